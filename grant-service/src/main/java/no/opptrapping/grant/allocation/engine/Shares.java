package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Shares over one common denominator, summing to exactly one, with the municipalities in their order and what each
 * criterion contributed.
 */
final class Shares {
    private final List<Row> rows;
    private final List<Column> columns;
    private final BigInteger[] numerators;
    private final BigInteger denominator;
    private final Fraction factor;
    private final List<Recipient> excluded;

    /**
     * One criterion: its values as whole numbers times ten to {@code scale}, their sum, and what one unit of a
     * value counts in the share's numerator.
     */
    record Column(Criterion criterion, int scale, List<BigInteger> values, BigInteger total, BigInteger multiplier) {
        BigInteger part(int row) {
            return values.get(row).multiply(multiplier);
        }
    }

    /** The columns of a whole key over the denominator of its shares. */
    record Columns(List<Column> columns, BigInteger denominator) {
        BigInteger numerator(int row) {
            var sum = BigInteger.ZERO;
            for (var column : columns) {
                sum = sum.add(column.part(row));
            }
            return sum;
        }

        /** The shares of the rows that the columns were read from. */
        Shares of(List<Row> rows) {
            var numerators =
                    IntStream.range(0, rows.size()).mapToObj(this::numerator).toArray(BigInteger[]::new);
            return new Shares(rows, columns, numerators, denominator, Fraction.of(1), List.of());
        }
    }

    Shares(
            List<Row> rows,
            List<Column> columns,
            BigInteger[] numerators,
            BigInteger denominator,
            Fraction factor,
            List<Recipient> excluded) {
        this.rows = rows;
        this.columns = columns;
        this.numerators = numerators;
        this.denominator = denominator;
        this.factor = factor;
        this.excluded = excluded;
    }

    List<Row> rows() {
        return rows;
    }

    /** Empty when the shares come from imported indices. */
    List<Column> columns() {
        return columns;
    }

    BigInteger numerator(int row) {
        return numerators[row];
    }

    BigInteger[] numerators() {
        return numerators.clone();
    }

    BigInteger denominator() {
        return denominator;
    }

    Fraction get(int index) {
        return Fraction.of(numerators[index], denominator);
    }

    /** What imported indices are multiplied by to make their population-weighted mean one; one for an own key. */
    Fraction factor() {
        return factor;
    }

    /** Those left out because an import lacks them. */
    List<Recipient> excluded() {
        return excluded;
    }
}
