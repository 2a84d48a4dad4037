package no.opptrapping.grant.allocation.changes;

import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Rounds a table of exact changes, municipalities by causes, to whole kroner so that every cause still has the sum that
 * it has over the country. The causes' sums are rounded first, by the largest remainder, to the sum of the whole table;
 * then the cells of each cause, by the largest remainder, to the cause's sum. A cell is never more than a krone off, and
 * one that is whole stays as it is, so a cause that changes nothing for a municipality has zero there. What a
 * municipality's cells then lack or have too much is fewer kroner than there are causes, and over the country zero; it
 * belongs to rounding.
 */
final class WholeChanges {
    private WholeChanges() {}

    /**
     * The rounded cells.
     *
     * @param numerators each municipality's cells; they sum to a whole number of kroner for each municipality
     * @param denominator what all are over
     */
    static long[][] of(long[][] numerators, long denominator) {
        var causes = numerators.length == 0 ? 0 : numerators[0].length;
        var sums = new long[causes];
        for (var row : numerators) {
            for (var c = 0; c < causes; c++) {
                sums[c] = Math.addExact(sums[c], row[c]);
            }
        }
        var wholeSums =
                rounded(sums, denominator, Math.floorDiv(LongStream.of(sums).sum(), denominator));
        var whole = new long[numerators.length][causes];
        for (var c = 0; c < causes; c++) {
            var at = c;
            var column = rounded(
                    IntStream.range(0, numerators.length)
                            .mapToLong(i -> numerators[i][at])
                            .toArray(),
                    denominator,
                    wholeSums[c]);
            for (var i = 0; i < column.length; i++) {
                whole[i][c] = column[i];
            }
        }
        return whole;
    }

    /** Numbers over a denominator, also below zero, rounded to the sum; ties: the larger number, then the first. */
    private static long[] rounded(long[] numerators, long denominator, long sum) {
        var whole = LongStream.of(numerators)
                .map(one -> Math.floorDiv(one, denominator))
                .toArray();
        var left = sum - LongStream.of(whole).sum();
        IntStream.range(0, numerators.length)
                .boxed()
                .filter(i -> Math.floorMod(numerators[i], denominator) > 0)
                .sorted(Comparator.<Integer>comparingLong(i -> Math.floorMod(numerators[i], denominator))
                        .thenComparingLong(i -> numerators[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(Math.max(0, left))
                .forEach(i -> whole[i]++);
        return whole;
    }
}
