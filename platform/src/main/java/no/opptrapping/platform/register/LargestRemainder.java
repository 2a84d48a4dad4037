package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Divides a whole number by shares so that the parts are whole and sum to it exactly (largest remainder). */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * The parts; of equal remainders the first key in its natural order gets the unit, so that the answer is the same
     * every time.
     *
     * @param total 0 or more
     * @param weights 0 or more each, above 0 in sum
     */
    public static <K extends Comparable<K>> Map<K, Long> divide(long total, Map<K, BigDecimal> weights) {
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (total < 0 || sum.signum() <= 0) {
            throw new IllegalArgumentException("Cannot divide " + total + " by " + weights);
        }
        var parts = new LinkedHashMap<K, Long>();
        var remainders = new LinkedHashMap<K, BigDecimal>();
        weights.forEach((key, weight) -> {
            var exact = BigDecimal.valueOf(total).multiply(weight);
            var whole = exact.divide(sum, 0, RoundingMode.FLOOR);
            parts.put(key, whole.longValueExact());
            remainders.put(key, exact.subtract(whole.multiply(sum)));
        });
        var left = total - parts.values().stream().mapToLong(Long::longValue).sum();
        List<K> byRemainder = remainders.entrySet().stream()
                .sorted(Map.Entry.<K, BigDecimal>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        byRemainder.stream().limit(left).forEach(key -> parts.merge(key, 1L, Long::sum));
        return parts;
    }
}
