package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The figures of many municipalities as whole machine numbers, read once for many divisions of them. Row {@code i},
 * criterion {@code k} is {@code values[i * criteria + k]}.
 */
public final class CriteriaTable {
    /** Sums of values stay below this, so that a product with a fixed-point multiplier fits in two machine words. */
    private static final int LARGEST_BITS = 46;

    private final List<Row> rows;
    private final List<String> indicators;
    private final long[] values;
    private final long[] totals;
    private final long[] rowSums;
    private final long largestRowSum;
    private final BigInteger[] others;

    private CriteriaTable(List<Row> rows, List<String> indicators, long[] values) {
        this.rows = rows;
        this.indicators = List.copyOf(indicators);
        this.values = values;
        var criteria = indicators.size();
        this.totals = new long[criteria];
        this.rowSums = new long[rows.size()];
        for (var i = 0; i < rowSums.length; i++) {
            for (var k = 0; k < criteria; k++) {
                var value = values[i * criteria + k];
                totals[k] += value;
                rowSums[i] += value;
            }
        }
        var largest = 0L;
        for (var sum : rowSums) {
            largest = Math.max(largest, sum);
        }
        this.largestRowSum = largest;
        var all = BigInteger.ONE;
        for (var total : totals) {
            all = all.multiply(BigInteger.valueOf(total));
        }
        this.others = new BigInteger[criteria];
        for (var k = 0; k < criteria; k++) {
            others[k] = totals[k] == 0 ? BigInteger.ZERO : all.divide(BigInteger.valueOf(totals[k]));
        }
    }

    /** The table; empty when a figure is missing, negative or too large for it, or a criterion's total is zero. */
    public static Optional<CriteriaTable> of(List<Row> unordered, List<String> indicators) {
        var rows =
                unordered.stream().sorted(Comparator.comparing(Row::recipient)).toList();
        var criteria = indicators.size();
        if (rows.isEmpty() || criteria == 0 || (long) rows.size() * criteria > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        var values = new long[rows.size() * criteria];
        for (var k = 0; k < criteria; k++) {
            if (!read(rows, indicators.get(k), k, criteria, values)) {
                return Optional.empty();
            }
        }
        return Optional.of(new CriteriaTable(rows, indicators, values));
    }

    private static boolean read(List<Row> rows, String indicator, int k, int criteria, long[] values) {
        var scale = 0;
        for (var row : rows) {
            var value = row.values().get(indicator);
            if (value == null || value.isNegative()) {
                return false;
            }
            scale = Math.max(scale, value.scale());
        }
        var sum = BigInteger.ZERO;
        for (var i = 0; i < rows.size(); i++) {
            var value = rows.get(i).values().get(indicator);
            var whole = value == null ? BigInteger.ZERO : value.atScale(scale);
            sum = sum.add(whole);
            if (sum.bitLength() > LARGEST_BITS) {
                return false;
            }
            values[i * criteria + k] = whole.longValueExact();
        }
        return sum.signum() > 0;
    }

    /** The rows in the recipients' order. */
    List<Row> rows() {
        return rows;
    }

    List<String> indicators() {
        return indicators;
    }

    long[] values() {
        return values;
    }

    long total(int criterion) {
        return totals[criterion];
    }

    /** The sum of a row's values: how many units of the last place a product with rounded multipliers can be off. */
    long rowSum(int row) {
        return rowSums[row];
    }

    long largestRowSum() {
        return largestRowSum;
    }

    /** The product of the other criteria's totals. */
    BigInteger productOfOthers(int criterion) {
        return others[criterion];
    }
}
