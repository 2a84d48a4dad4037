package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;

/** The arithmetic of the whole framework grant, in the recipients' order; nothing is rounded before the last step. */
final class WholeGrantSums {
    private final WholeGrant whole;
    private final Shares shares;
    private final Population population;
    private final Population counted;
    private final Kroner perInhabitantSum;
    private final Fraction needs;
    private final Fraction total;
    private final ExactAmounts equalisation;

    /** What is wrong with it is added to the faults; then nothing else of it may be asked. */
    WholeGrantSums(WholeGrant whole, Shares shares, Population population, Kroner budget, Faults faults) {
        this.whole = whole;
        this.shares = shares;
        this.population = population;
        this.counted = counted(faults);
        this.needs = whole.inKroner()
                ? shares.needOf(0).map(NeedPart::total).orElse(Fraction.ZERO)
                : Fraction.of(whole.totalNeed().orElse(Kroner.ZERO).value());
        this.total = whole.totalNeed().map(need -> Fraction.of(need.value())).orElse(needs);
        this.equalisation = equalised(needs, total);
        this.perInhabitantSum = budget.minus(whole.sumOfAdditions()).minus(surplus());
        checkMean(faults);
        faults.check(
                !perInhabitantSum.isNegative(),
                AllocationRule.ADDITIONS_WITHIN_BUDGET,
                "/whole/tolerance",
                whole.sumOfAdditions().plus(surplus()),
                budget);
    }

    /** What the equalisation gives more than it takes: needs above the second sum are paid by all, each alike. */
    private Kroner surplus() {
        return Kroner.of(
                total.minus(needs).floor().min(BigInteger.ZERO).negate().longValueExact());
    }

    private Population counted(Faults faults) {
        if (whole.inhabitants().isEmpty()) {
            return population;
        }
        var rows = shares.rows().stream()
                .map(row -> new Row(row.recipient(), whole.inhabitants().get(row.recipient()), row.values()))
                .toList();
        var counted = new Population(rows, faults, "/whole/inhabitants/values");
        counted.check();
        return counted;
    }

    private void checkMean(Faults faults) {
        whole.tolerance().ifPresent(tolerance -> {
            var people = population.totalAsFraction();
            var distance = needs.minus(total).over(people);
            faults.check(
                    (distance.signum() < 0 ? distance.negated() : distance).compareTo(tolerance.toFraction()) <= 0,
                    AllocationRule.NEED_MEAN_WITHIN_TOLERANCE,
                    "/whole/tolerance",
                    needs.over(people),
                    total.over(people),
                    tolerance);
        });
    }

    /** A sum by the shares less another by the inhabitants. */
    private ExactAmounts equalised(Fraction byShares, Fraction byPeople) {
        var people = population.total().multiply(byPeople.denominator());
        var all = shares.denominator().multiply(byShares.denominator());
        var exact = new BigInteger[shares.rows().size()];
        for (var i = 0; i < exact.length; i++) {
            exact[i] = byShares.numerator()
                    .multiply(shares.numerator(i))
                    .multiply(people)
                    .subtract(byPeople.numerator().multiply(population.of(i)).multiply(all));
        }
        return new ExactAmounts(exact, all.multiply(people));
    }

    long[] perInhabitant(long unit) {
        return byCounted(perInhabitantSum).rounded(unit);
    }

    private ExactAmounts byCounted(Kroner sum) {
        var kroner = BigInteger.valueOf(sum.value());
        var exact = counted.numerators();
        for (var i = 0; i < exact.length; i++) {
            exact[i] = exact[i].multiply(kroner);
        }
        return new ExactAmounts(exact, counted.total());
    }

    /** Rounded by the largest remainder, so that it sums to exactly zero where needs and second sum are the same. */
    long[] equalisation(long unit) {
        return equalisation.roundedSigned(unit);
    }

    /** What each has of the incorporated money; empty where none is told. */
    Optional<long[]> incorporated() {
        return whole.incorporated().map(part -> {
            var sum = Fraction.of(part.value());
            return byCounted(part).plus(equalised(sum, sum)).roundedSigned(1);
        });
    }

    List<WholeGrant.Added> added(Recipient recipient) {
        var added = new ArrayList<WholeGrant.Added>();
        for (var addition : whole.additions()) {
            var amount = addition.amounts().get(recipient);
            if (amount != null && !amount.isZero()) {
                added.add(new WholeGrant.Added(addition.kind(), addition.source(), amount));
            }
        }
        return added;
    }

    WholeGrant.Total total() {
        return new WholeGrant.Total(total, whole.sumOfAdditions(), whole.incorporated());
    }

    /** The sum whose contributions by criteria are shown: the needs of all. */
    long needs() {
        return needs.floor().longValueExact();
    }

    List<WholeGrant.Part> parts() {
        var incorporated = incorporated();
        var rate = Fraction.of(perInhabitantSum.value()).over(counted.totalAsFraction());
        var mean = total.over(population.totalAsFraction());
        return IntStream.range(0, shares.rows().size())
                .mapToObj(i -> new WholeGrant.Part(
                        counted.asFraction(i),
                        rate,
                        needs.times(shares.get(i)),
                        mean,
                        equalisation.get(i),
                        added(shares.rows().get(i).recipient()),
                        incorporated.map(all -> Kroner.of(all[i]))))
                .toList();
    }
}
