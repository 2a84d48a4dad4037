package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;

/** Divides whole kroner by shares so that the parts sum to the whole (largest remainder, exact arithmetic). */
final class LargestRemainder {
    private LargestRemainder() {}

    private record Part(int index, BigInteger whole, BigInteger remainder, BigInteger weight) {}

    /**
     * The parts in the order of the weights. Ties go to the larger weight, then to the earlier one.
     *
     * @param weights not negative; when all are zero the first part gets everything
     */
    static List<Kroner> split(Kroner total, List<BigDecimal> weights) {
        if (total.isNegative()) {
            return split(total.negated(), weights).stream().map(Kroner::negated).toList();
        }
        var whole = wholeNumbers(weights);
        var sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.signum() == 0) {
            return IntStream.range(0, weights.size())
                    .mapToObj(index -> index == 0 ? total : Kroner.ZERO)
                    .toList();
        }
        var amount = BigInteger.valueOf(total.value());
        var parts = IntStream.range(0, whole.size())
                .mapToObj(index -> {
                    var share = amount.multiply(whole.get(index)).divideAndRemainder(sum);
                    return new Part(index, share[0], share[1], whole.get(index));
                })
                .toList();
        var given = parts.stream().map(Part::whole).reduce(BigInteger.ZERO, BigInteger::add);
        var left = amount.subtract(given).intValueExact();
        var result = new ArrayList<>(parts.stream()
                .map(part -> Kroner.of(part.whole().longValueExact()))
                .toList());
        parts.stream()
                .sorted(Comparator.comparing(Part::remainder)
                        .thenComparing(Part::weight)
                        .reversed()
                        .thenComparingInt(Part::index))
                .limit(left)
                .forEach(part ->
                        result.set(part.index(), result.get(part.index()).plus(Kroner.of(1))));
        return List.copyOf(result);
    }

    private static List<BigInteger> wholeNumbers(List<BigDecimal> weights) {
        var scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return weights.stream()
                .map(weight -> weight.setScale(Math.max(scale, 0)).unscaledValue())
                .toList();
    }
}
