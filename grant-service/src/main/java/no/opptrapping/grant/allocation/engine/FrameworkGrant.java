package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * The framework grant (<i>rammetilskudd</i>): a sum divided by a cost key, shown as an equal part per inhabitant and
 * the expenditure equalisation (<i>utgiftsutjevning</i>), which sums to zero; and where earmarked money became part of
 * it, the step from before to after.
 *
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 */
public record FrameworkGrant(Key key, List<Row> rows, long unit, Optional<Incorporation> incorporation)
        implements Model {
    public FrameworkGrant {
        rows = List.copyOf(rows);
    }

    /**
     * The division. What there is to divide is the budget, and in a phase-in the year's own total.
     *
     * @param byKey what the key divided
     * @param framework the sum by the key alone
     * @param nationalChange kroner per inhabitant from before to after, where there is a before
     * @param deductionPerInhabitant what those who can pay it in full pay for the guarantee
     */
    public record FrameworkDivision(
            Kroner budget,
            List<FrameworkLine> lines,
            Kroner byKey,
            Kroner framework,
            Fraction factor,
            List<Recipient> excluded,
            Optional<Fraction> nationalChange,
            Fraction deductionPerInhabitant)
            implements Division {
        public FrameworkDivision {
            lines = List.copyOf(lines);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * One municipality's amount with its explanation. {@code perInhabitantPart + equalisation} is {@code framework};
     * the criteria's contributions sum to {@code byKeyInOre}, and with {@code roundingInOre} to the framework amount.
     *
     * @param need how an imported index led to the share, if one did
     * @param needIndex need per inhabitant, the country being 1; empty for a municipality without inhabitants
     */
    public record FrameworkLine(
            Recipient recipient,
            Kroner amount,
            Kroner framework,
            Fraction share,
            Fraction inhabitants,
            Optional<Fraction> needIndex,
            Kroner perInhabitantPart,
            Kroner equalisation,
            List<CriterionPart> parts,
            Optional<NeedPart> need,
            long byKeyInOre,
            long roundingInOre,
            Optional<Incorporation.Step> step)
            implements Division.Line {
        public FrameworkLine {
            parts = List.copyOf(parts);
        }
    }

    @Override
    public List<Recipient> recipients() {
        return rows.stream().map(Row::recipient).toList();
    }

    @Override
    public Outcome<FrameworkDivision> divide(Kroner budget) {
        var faults = check(budget);
        var shares = shares(faults);
        if (shares == null) {
            return faults.impossible();
        }
        var population = new Population(shares.rows(), faults);
        var framework = round(budget, shares.numerators(), shares.denominator());
        var perInhabitant = round(budget, population.numerators(), population.total());
        var taken = incorporation.map(i -> take(i, framework, shares.rows(), population, faults));
        if (faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(assemble(budget, shares, population, framework, perInhabitant, taken));
    }

    /**
     * The amounts of {@link #divide} without their explanations.
     *
     * @param byKey what each gets by the key alone, in the order of the sorted rows, where that is already known
     */
    Outcome<Amounts> amounts(Kroner budget, long @Nullable [] byKey, boolean certified) {
        var faults = check(budget);
        List<Row> sorted;
        long[] framework;
        if (byKey != null && !faults.any()) {
            sorted = SharesByKey.sorted(rows);
            framework = byKey;
        } else {
            var shares = shares(faults);
            if (shares == null) {
                return faults.impossible();
            }
            sorted = shares.rows();
            framework = round(budget, shares.numerators(), shares.denominator());
        }
        var taken = incorporation.map(i -> take(i, framework, sorted, new Population(sorted, faults), faults));
        if (faults.any()) {
            return faults.impossible();
        }
        return new Outcome.Allocated<>(Amounts.of(
                divided(budget, taken),
                sorted,
                taken.map(easing -> easing.taken().after()).orElse(framework),
                certified));
    }

    private Faults check(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, recipients(), "/rows");
        new Population(rows, faults).check();
        incorporation.ifPresent(step -> check(step, faults));
        return faults;
    }

    /** Null when there are faults. */
    private @Nullable Shares shares(Faults faults) {
        var shares = new SharesByKey(faults, "").of(key, rows);
        if (shares == null || faults.any()) {
            return null;
        }
        incorporation.ifPresent(step -> checkExcluded(step, shares, faults));
        return shares;
    }

    private long[] round(Kroner budget, BigInteger[] weights, BigInteger total) {
        var kroner = BigInteger.valueOf(budget.value());
        for (var i = 0; i < weights.length; i++) {
            weights[i] = weights[i].multiply(kroner);
        }
        return new ExactAmounts(weights, total).rounded(unit);
    }

    private record Easing(IncorporationSteps.Taken taken, Fraction nationalChange) {}

    private Easing take(Incorporation step, long[] framework, List<Row> sorted, Population population, Faults faults) {
        var before = sorted.stream()
                .mapToLong(row ->
                        step.before().getOrDefault(row.recipient(), Kroner.ZERO).value())
                .toArray();
        var steps = new IncorporationSteps(before, framework, population, unit);
        if (step.method() instanceof Method.StrictGuarantee(var threshold)) {
            var sum = Kroner.of(LongStream.of(framework).sum());
            var guaranteed = steps.guaranteed(threshold);
            if (guaranteed.compareTo(Fraction.of(sum.value())) > 0) {
                faults.add(AllocationRule.GUARANTEE_WITHIN_FRAMEWORK_SUM, "/guarantee/threshold", guaranteed, sum);
                return new Easing(steps.take(new Method.AtOnce()), steps.nationalChange());
            }
        }
        return new Easing(steps.take(step.method()), steps.nationalChange());
    }

    private FrameworkDivision assemble(
            Kroner budget,
            Shares shares,
            Population population,
            long[] framework,
            long[] perInhabitant,
            Optional<Easing> easing) {
        var contributions = new Contributions(shares, budget.value());
        var total = population.totalAsFraction();
        var steps = easing.map(e -> e.taken().steps());
        var lines = new ArrayList<FrameworkLine>();
        for (var i = 0; i < framework.length; i++) {
            var at = i;
            var step = steps.map(all -> all.get(at));
            var inhabitants = population.asFraction(i);
            var byKey = contributions.totalInOre(i);
            lines.add(new FrameworkLine(
                    shares.rows().get(i).recipient(),
                    step.map(Incorporation.Step::after).orElse(Kroner.of(framework[i])),
                    Kroner.of(framework[i]),
                    shares.get(i),
                    inhabitants,
                    inhabitants.signum() == 0
                            ? Optional.empty()
                            : Optional.of(shares.get(i).times(total).over(inhabitants)),
                    Kroner.of(perInhabitant[i]),
                    Kroner.of(framework[i] - perInhabitant[i]),
                    contributions.of(i),
                    shares.needOf(i),
                    byKey,
                    framework[i] * 100 - byKey,
                    step));
        }
        return new FrameworkDivision(
                divided(budget, easing),
                lines,
                budget,
                Kroner.sum(lines.stream().map(FrameworkLine::framework).toList()),
                shares.factor(),
                shares.excluded(),
                easing.map(Easing::nationalChange),
                easing.map(e -> e.taken().deductionPerInhabitant()).orElse(Fraction.ZERO));
    }

    /** What there is to divide: the budget, and in a phase-in the year's own total. */
    private Kroner divided(Kroner budget, Optional<Easing> easing) {
        return incorporation
                .filter(i -> i.method() instanceof Method.PhaseIn)
                .flatMap(i -> easing)
                .map(e -> e.taken().total())
                .orElse(budget);
    }

    private void check(Incorporation step, Faults faults) {
        var known = new HashSet<>(recipients());
        step.before().keySet().stream().sorted().forEach(recipient -> {
            var at = "/before/" + Pointers.escape(recipient.toString());
            var amount = step.before().getOrDefault(recipient, Kroner.ZERO);
            var name = recipient.toString();
            faults.check(known.contains(recipient), AllocationRule.BEFORE_FOR_A_RECIPIENT, at, name);
            faults.check(!amount.isNegative(), AllocationRule.BEFORE_NOT_NEGATIVE, at, name, amount);
            faults.checkRange(amount, at);
        });
        new Population(rows, faults).checkEach();
        switch (step.method()) {
            case Method.AtOnce() -> {}
            case Method.StateGuarantee(var threshold) -> check(threshold, faults);
            case Method.StrictGuarantee(var threshold) -> check(threshold, faults);
            case Method.PhaseIn(var years, var year) ->
                faults.check(
                        year >= 1 && year <= years,
                        AllocationRule.PHASE_IN_YEAR_WITHIN_YEARS,
                        "/phaseIn/year",
                        year,
                        years);
        }
    }

    /** A municipality that is left out has no after, so it may not have had a before. */
    private static void checkExcluded(Incorporation step, Shares shares, Faults faults) {
        shares.excluded().stream()
                .filter(recipient ->
                        step.before().getOrDefault(recipient, Kroner.ZERO).isPositive())
                .sorted()
                .forEach(recipient -> faults.add(
                        AllocationRule.BEFORE_FOR_A_RECIPIENT,
                        "/before/" + Pointers.escape(recipient.toString()),
                        recipient.toString()));
    }

    private static void check(Decimal threshold, Faults faults) {
        faults.check(!threshold.isNegative(), AllocationRule.THRESHOLD_NOT_NEGATIVE, "/guarantee/threshold", threshold);
    }
}
