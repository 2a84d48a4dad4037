package no.opptrapping.grant.allocation.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * The whole framework grant as the state computes it: an equal amount per inhabitant, the equalisation of the
 * <em>whole</em> calculated need (need per inhabitant less the country's mean, times inhabitants), and what is given
 * beside them by amounts of its own.
 *
 * @param totalNeed the calculated need of the country, kroner: the second sum. Left out only where the key's indices
 *     are needs in kroner, whose own sum it then is
 * @param inKroner whether the key's imported indices are needs in kroner per inhabitant, taken as they are
 * @param tolerance how far, in kroner per inhabitant, the mean of needs in kroner may be from the one that a second sum
 *     beside them makes; what they differ by is what the equalisation sums to. Where that is above zero, the grant per
 *     inhabitant is as much less, so that all of it is never more than there is
 * @param inhabitants those of the grant per inhabitant's own date, 1 July; empty: the rows' own
 * @param incorporated kroner of both sums that were an earmarked grant before, to be shown inside the amounts
 * @param after this year's whole frameworks as published, which an income guarantee then goes by; empty: the computed
 */
public record WholeGrant(
        Optional<Kroner> totalNeed,
        boolean inKroner,
        Optional<Decimal> tolerance,
        Map<Recipient, Decimal> inhabitants,
        List<Addition> additions,
        Optional<Kroner> incorporated,
        Map<Recipient, Kroner> after) {
    public WholeGrant {
        inhabitants = Map.copyOf(inhabitants);
        additions = List.copyOf(additions);
        after = Map.copyOf(after);
    }

    /** What is given beside the two sums. */
    public enum Kind {
        /** Table C of the ministry's distribution, <i>saker med særskilt fordeling</i>. */
        SPECIAL_DISTRIBUTION,
        /** <i>Distriktstilskudd</i>, for districts and for small municipalities. */
        REGIONAL,
        /** <i>Veksttilskudd</i>. */
        GROWTH,
        /** <i>Storbytilskudd</i>. */
        BIG_CITY
    }

    /** Amounts of one kind as they were published. */
    public record Addition(Kind kind, String source, Map<Recipient, Kroner> amounts) {
        public Addition {
            amounts = Map.copyOf(amounts);
        }
    }

    /** One municipality's amount of an addition. */
    public record Added(Kind kind, String source, Kroner amount) {}

    /**
     * What one municipality's framework is made of.
     *
     * @param inhabitants those that the grant per inhabitant counts
     * @param rate the grant per inhabitant in kroner
     * @param need the municipality's calculated need, kroner
     * @param mean the country's calculated need in kroner per inhabitant
     * @param equalisation need less mean times inhabitants, before rounding
     * @param incorporated the part of the framework that the incorporated money is: of the grant per inhabitant and of
     *     the equalisation; the parts sum to what was incorporated
     */
    public record Part(
            Fraction inhabitants,
            Fraction rate,
            Fraction need,
            Fraction mean,
            Fraction equalisation,
            List<Added> added,
            Optional<Kroner> incorporated) {
        public Part {
            added = List.copyOf(added);
        }

        /** What is given beside the two sums. */
        public Kroner additions() {
            return Kroner.sum(added.stream().map(Added::amount).toList());
        }
    }

    /** The country's: its calculated need, and what of it and of the grant was earmarked before. */
    public record Total(Fraction need, Kroner additions, Optional<Kroner> incorporated) {
        /** The incorporated money as a part of the calculated need. */
        public Optional<Fraction> ofNeed() {
            return incorporated.map(part -> Fraction.of(part.value()).over(need));
        }
    }

    Kroner sumOfAdditions() {
        return Kroner.sum(additions.stream()
                .flatMap(addition -> addition.amounts().values().stream())
                .toList());
    }

    void check(Kroner budget, Key key, List<Recipient> recipients, Faults faults) {
        checkNeed(key, budget, faults);
        var known = new HashSet<>(recipients);
        for (var i = 0; i < additions.size(); i++) {
            var at = "/whole/additions/" + i + "/amounts";
            check(additions.get(i).amounts(), at, known, faults);
        }
        check(after, "/whole/guarantee/after", known, faults);
        if (!faults.any()) {
            faults.check(
                    sumOfAdditions().compareTo(budget) <= 0,
                    AllocationRule.ADDITIONS_WITHIN_BUDGET,
                    "/whole/additions",
                    sumOfAdditions(),
                    budget);
        }
        if (!after.isEmpty()) {
            checkKnown(after, recipients, "/whole/guarantee/after", faults);
        }
    }

    /** A municipality that is left out may have nothing beside the sums either. */
    void checkExcluded(List<Recipient> excluded, Faults faults) {
        for (var i = 0; i < additions.size(); i++) {
            var amounts = additions.get(i).amounts();
            for (var recipient : excluded) {
                faults.check(
                        !amounts.containsKey(recipient),
                        AllocationRule.ADDITION_FOR_A_RECIPIENT,
                        "/whole/additions/" + i + "/amounts/" + Pointers.escape(recipient.toString()),
                        recipient.toString());
            }
        }
    }

    private void checkNeed(Key key, Kroner budget, Faults faults) {
        var imported = key instanceof Key.ImportedIndices(var _, var missing, var _)
                && !(missing instanceof Key.WhenMissing.UseOwnKey);
        faults.check(!inKroner || imported, AllocationRule.NEEDS_IN_KRONER_IMPORTED, "/whole/needsInKroner");
        faults.check(totalNeed.isPresent() || inKroner, AllocationRule.TOTAL_NEED_KNOWN, "/whole/totalNeed");
        faults.check(
                totalNeed.isEmpty() || !inKroner || tolerance.isPresent(),
                AllocationRule.NEED_TOLERANCE_KNOWN,
                "/whole/tolerance");
        totalNeed.ifPresent(need -> {
            faults.check(need.isPositive(), AllocationRule.TOTAL_NEED_ABOVE_ZERO, "/whole/totalNeed", need);
            faults.checkRange(need, "/whole/totalNeed");
        });
        incorporated.ifPresent(part -> faults.check(
                !part.isNegative() && part.compareTo(totalNeed.map(budget::min).orElse(budget)) <= 0,
                AllocationRule.INCORPORATED_WITHIN_SUMS,
                "/whole/incorporated",
                part,
                totalNeed.map(budget::min).orElse(budget)));
    }

    private static void check(Map<Recipient, Kroner> amounts, String pointer, HashSet<Recipient> known, Faults faults) {
        amounts.keySet().stream().sorted().forEach(recipient -> {
            var name = recipient.toString();
            var at = pointer + "/" + Pointers.escape(name);
            var amount = amounts.getOrDefault(recipient, Kroner.ZERO);
            faults.check(known.contains(recipient), AllocationRule.ADDITION_FOR_A_RECIPIENT, at, name);
            faults.check(!amount.isNegative(), AllocationRule.ADDITION_NOT_NEGATIVE, at, name, amount);
            faults.checkRange(amount, at);
        });
    }

    /** A guarantee over whole frameworks must know everybody's. */
    static void checkKnown(Map<Recipient, Kroner> frameworks, List<Recipient> all, String pointer, Faults faults) {
        var unknown = all.stream()
                .filter(recipient -> !frameworks.containsKey(recipient))
                .map(Recipient::toString)
                .sorted()
                .toList();
        faults.check(unknown.isEmpty(), AllocationRule.WHOLE_FRAMEWORK_KNOWN, pointer, unknown);
    }
}
