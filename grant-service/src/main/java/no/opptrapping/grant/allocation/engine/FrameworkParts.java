package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;

/**
 * What each municipality's framework is made of before guarantee and phase-in: whole kroner in the recipients' order.
 * The framework is the two others, and what a whole grant gives beside them.
 */
final class FrameworkParts {
    private final long[] framework;
    private final long[] perInhabitant;
    private final long[] equalisation;

    private FrameworkParts(long[] framework, long[] perInhabitant, long[] equalisation) {
        this.framework = framework;
        this.perInhabitant = perInhabitant;
        this.equalisation = equalisation;
    }

    long[] framework() {
        return framework;
    }

    Kroner perInhabitant(int row) {
        return Kroner.of(perInhabitant[row]);
    }

    Kroner equalisation(int row) {
        return Kroner.of(equalisation[row]);
    }

    /** One sum by the key, of which the equalisation is what is not the same for every inhabitant. */
    static FrameworkParts of(Kroner budget, Shares shares, Population population, long unit) {
        var framework = round(budget, shares.numerators(), shares.denominator(), unit);
        var each = round(budget, population.numerators(), population.total(), unit);
        return new FrameworkParts(
                framework,
                each,
                IntStream.range(0, each.length)
                        .mapToLong(i -> framework[i] - each[i])
                        .toArray());
    }

    /** The whole grant; nobody may come to less than nothing. */
    static FrameworkParts of(WholeGrantSums whole, List<Row> sorted, long unit, Faults faults) {
        var each = whole.perInhabitant(unit);
        var equalisation = whole.equalisation(unit);
        var framework = IntStream.range(0, each.length)
                .mapToLong(i -> each[i]
                        + equalisation[i]
                        + whole.added(sorted.get(i).recipient()).stream()
                                .mapToLong(added -> added.amount().value())
                                .sum())
                .toArray();
        var below = IntStream.range(0, framework.length)
                .filter(i -> framework[i] < 0)
                .mapToObj(i -> sorted.get(i).recipient().toString())
                .toList();
        faults.check(below.isEmpty(), AllocationRule.WHOLE_FRAMEWORK_NOT_NEGATIVE, "/whole/totalNeed", below);
        return new FrameworkParts(framework, each, equalisation);
    }

    static long[] round(Kroner budget, BigInteger[] weights, BigInteger total, long unit) {
        var kroner = BigInteger.valueOf(budget.value());
        for (var i = 0; i < weights.length; i++) {
            weights[i] = weights[i].multiply(kroner);
        }
        return new ExactAmounts(weights, total).rounded(unit);
    }
}
