package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.opptrapping.platform.values.Kroner;

/**
 * Rounds exact amounts to whole units: everybody gets its whole units, and the units left over go one each to the
 * largest remainders, then to the larger exact amount, then to the one that comes first. A unit goes only to one with a
 * remainder and with room for it; what cannot be placed stays undistributed.
 *
 * <p>The method is not monotone in the total. With shares 6/14, 6/14 and 2/14, ten units are divided 4, 4, 2 (the third
 * has the largest remainder, 0.43) and eleven units 5, 5, 1 (now the first two have, 0.71): more for all can mean one
 * unit less for one.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /** Whether there is room for one unit more. */
    @FunctionalInterface
    public interface Room {
        /** For no limit at all. */
        Room ALWAYS = (_, _) -> true;

        /** Whether the one at the index can have one unit more than these whole units. */
        boolean beyond(int index, BigInteger units);
    }

    /**
     * The whole units of each.
     *
     * @param exact what each should have, as numerators over the divisor; 0 or more
     * @param divisor one unit, above 0
     */
    public static long[] units(BigInteger[] exact, BigInteger divisor, Room room) {
        var units = new long[exact.length];
        var remainders = new BigInteger[exact.length];
        var sum = BigInteger.ZERO;
        var given = 0L;
        var open = new ArrayList<Integer>();
        for (var i = 0; i < units.length; i++) {
            var parts = exact[i].divideAndRemainder(divisor);
            units[i] = parts[0].longValueExact();
            remainders[i] = parts[1];
            sum = sum.add(exact[i]);
            given += units[i];
            if (remainders[i].signum() > 0 && room.beyond(i, parts[0])) {
                open.add(i);
            }
        }
        var left = sum.divide(divisor).longValueExact() - given;
        if (left < open.size()) {
            open.sort(Comparator.<Integer, BigInteger>comparing(i -> remainders[i])
                    .thenComparing(i -> exact[i])
                    .reversed()
                    .thenComparing(Comparator.naturalOrder()));
        }
        open.stream().limit(left).forEach(i -> units[i]++);
        return units;
    }

    /**
     * Whole kroner in the order of the weights; a debt is divided as money is.
     *
     * @param weights 0 or more; when all are zero the first part gets everything
     */
    public static List<Kroner> split(Kroner total, List<BigDecimal> weights) {
        if (total.isNegative()) {
            return split(total.negated(), weights).stream().map(Kroner::negated).toList();
        }
        if (weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return IntStream.range(0, weights.size())
                    .mapToObj(index -> index == 0 ? total : Kroner.ZERO)
                    .toList();
        }
        return LongStream.of(parts(total.value(), weights)).mapToObj(Kroner::of).toList();
    }

    /**
     * Whole parts by key, in the keys' natural order, which also settles what neither remainder nor weight does.
     *
     * @param total 0 or more
     * @param weights 0 or more each, above 0 in sum
     */
    public static <K extends Comparable<K>> Map<K, Long> divide(long total, Map<K, BigDecimal> weights) {
        var ordered = new TreeMap<>(weights);
        var parts = parts(total, List.copyOf(ordered.values()));
        var divided = new LinkedHashMap<K, Long>();
        ordered.keySet().forEach(key -> divided.put(key, parts[divided.size()]));
        return divided;
    }

    private static long[] parts(long total, List<BigDecimal> weights) {
        var scale = weights.stream().mapToInt(BigDecimal::scale).reduce(0, Math::max);
        var whole = weights.stream()
                .map(weight -> weight.setScale(scale).unscaledValue())
                .toList();
        var sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (total < 0 || sum.signum() <= 0) {
            throw new IllegalArgumentException("Cannot divide " + total + " by " + weights);
        }
        var exact = whole.stream().map(weight -> weight.multiply(BigInteger.valueOf(total)));
        return units(exact.toArray(BigInteger[]::new), sum, Room.ALWAYS);
    }
}
