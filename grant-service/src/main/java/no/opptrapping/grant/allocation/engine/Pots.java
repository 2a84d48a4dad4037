package no.opptrapping.grant.allocation.engine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A whole run: what earlier years committed is taken off the budget, and the rest is divided pot by pot
 * (<i>ledd i fordelingen</i>), each alone by its own model. A pot's undistributed money is there for the remainder pots
 * after it.
 */
public record Pots(Kroner budget, Kroner committed, List<Pot> pots) {
    public Pots {
        pots = List.copyOf(pots);
    }

    /** A part of the budget with its own rule. Nobody in an exclusive pot can be in another. */
    public record Pot(String name, Part part, Model model, boolean exclusive) {}

    /** How large a pot is. */
    public sealed interface Part {
        /** A sum. */
        record Sum(Kroner amount) implements Part {}

        /** What the pots before it did not distribute. */
        record Remainder() implements Part {}
    }

    /** What the whole run came to. */
    public sealed interface Result {
        /**
         * Every pot divided. The budget is what there was, and in a phase-in the year's own total; {@code available} (budget
         * less commitments) is the sum of all amounts and what is undistributed.
         */
        record Allocated(Kroner budget, Kroner committed, List<Divided> pots) implements Result {
            public Allocated {
                pots = List.copyOf(pots);
            }

            public Kroner available() {
                return budget.minus(committed);
            }

            public Kroner sum() {
                return Kroner.sum(pots.stream().map(pot -> pot.division().sum()).toList());
            }

            public Kroner undistributed() {
                return available().minus(sum());
            }

            /** What each municipality gets from all pots together, in the order of their numbers. */
            public Map<MunicipalityNumber, Kroner> amounts() {
                var amounts = new TreeMap<MunicipalityNumber, Kroner>();
                pots.stream()
                        .flatMap(pot -> pot.division().lines().stream())
                        .forEach(line -> amounts.merge(line.recipient().number(), line.amount(), Kroner::plus));
                return amounts;
            }
        }

        /** It cannot be divided, for all of these reasons. */
        record Impossible(List<Fault> faults) implements Result {
            public Impossible {
                faults = List.copyOf(faults);
            }
        }
    }

    /** One pot's division. */
    public record Divided(String name, Division division) {}

    /** Divides the budget, or names everything in all pots that stands in the way. */
    public Result divide() {
        var faults = new Faults();
        checkSums(faults);
        checkOverlaps(faults);
        var left = budget.minus(committed);
        var shifted = Kroner.ZERO;
        var divided = new ArrayList<Divided>();
        for (var i = 0; i < pots.size(); i++) {
            var pot = pots.get(i);
            var part = switch (pot.part()) {
                case Part.Sum(var amount) -> amount;
                case Part.Remainder() -> left.max(Kroner.ZERO);
            };
            switch (pot.model().divide(part)) {
                case Outcome.Allocated<?>(var division) -> {
                    // In a phase-in the year has a total of its own: what it is above or below the part is the run's
                    // too.
                    var shift = division.budget().minus(part);
                    shifted = shifted.plus(shift);
                    left = left.plus(shift).minus(division.sum());
                    divided.add(new Divided(pot.name(), division));
                }
                case Outcome.Impossible<?>(var found) -> faults.addAll(found, "/pots/" + i + "/model");
            }
        }
        if (!faults.any() && left.isNegative()) {
            faults.add(
                    AllocationRule.POTS_WITHIN_BUDGET,
                    "/pots",
                    budget.minus(committed).minus(left),
                    budget.minus(committed));
        }
        return faults.any()
                ? new Result.Impossible(faults.all())
                : new Result.Allocated(budget.plus(shifted), committed, divided);
    }

    private void checkSums(Faults faults) {
        faults.check(!budget.isNegative(), AllocationRule.BUDGET_NOT_NEGATIVE, "/budget", budget);
        faults.checkRange(budget, "/budget");
        faults.check(!committed.isNegative(), AllocationRule.COMMITMENTS_NOT_NEGATIVE, "/committed", committed);
        faults.check(
                committed.compareTo(budget) <= 0,
                AllocationRule.COMMITMENTS_WITHIN_BUDGET,
                "/committed",
                committed,
                budget);
        faults.check(!pots.isEmpty(), AllocationRule.AT_LEAST_ONE_POT, "/pots");
        var names = new HashSet<String>();
        var sums = Kroner.ZERO;
        for (var i = 0; i < pots.size(); i++) {
            var pot = pots.get(i);
            faults.check(names.add(pot.name()), AllocationRule.POT_NAME_ONLY_ONCE, "/pots/" + i + "/name", pot.name());
            if (pot.part() instanceof Part.Sum(var amount)) {
                faults.check(
                        !amount.isNegative(), AllocationRule.POT_NOT_NEGATIVE, "/pots/" + i + "/budget/amount", amount);
                faults.checkRange(amount, "/pots/" + i + "/budget/amount");
                sums = sums.plus(amount.min(Faults.LARGEST_AMOUNT).max(Kroner.ZERO));
            }
        }
        var available = budget.minus(committed);
        faults.check(sums.compareTo(available) <= 0, AllocationRule.POTS_WITHIN_BUDGET, "/pots", sums, available);
    }

    private void checkOverlaps(Faults faults) {
        for (var i = 0; i < pots.size(); i++) {
            if (pots.get(i).exclusive()) {
                var shared = new TreeSet<>(municipalities(pots.get(i)));
                var elsewhere = new HashSet<MunicipalityNumber>();
                for (var j = 0; j < pots.size(); j++) {
                    if (j != i) {
                        elsewhere.addAll(municipalities(pots.get(j)));
                    }
                }
                shared.retainAll(elsewhere);
                faults.check(
                        shared.isEmpty(),
                        AllocationRule.EXCLUSIVE_POT_NOT_SHARED,
                        "/pots/" + i,
                        pots.get(i).name(),
                        shared.stream().map(MunicipalityNumber::value).toList());
            }
        }
    }

    private static List<MunicipalityNumber> municipalities(Pot pot) {
        return pot.model().recipients().stream().map(Recipient::number).toList();
    }
}
