package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

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
    private final @Nullable Needs needs;

    /** What imported indices led to shares by; one unit of a column's value counts {@code multiplier} in the numerator. */
    record Needs(
            Key.ImportedIndices key,
            @Nullable Columns own,
            Population population,
            BigInteger multiplier,
            Fraction mean) {
        NeedPart of(Row row, int at) {
            var people = population.asFraction(at);
            var all = population.totalAsFraction();
            var imported = key.indices().get(row.recipient());
            var needs = imported != null
                    ? imported.toFraction().times(people)
                    : own == null
                            ? Fraction.ZERO
                            : Fraction.of(own.numerator(at), own.denominator()).times(all);
            var index = imported != null
                    ? imported.toFraction()
                    : people.signum() == 0 ? Fraction.ZERO : needs.over(people);
            return new NeedPart(
                    index,
                    imported != null,
                    people,
                    needs,
                    mean.times(all),
                    Fraction.of(1).over(mean));
        }
    }

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
            return new Shares(rows, columns, numerators, denominator, Fraction.of(1), List.of(), null);
        }
    }

    Shares(
            List<Row> rows,
            List<Column> columns,
            BigInteger[] numerators,
            BigInteger denominator,
            Fraction factor,
            List<Recipient> excluded,
            @Nullable Needs needs) {
        this.rows = rows;
        this.columns = columns;
        this.numerators = numerators;
        this.denominator = denominator;
        this.factor = factor;
        this.excluded = excluded;
        this.needs = needs;
    }

    List<Row> rows() {
        return rows;
    }

    /** The criteria that a row's share comes from; none when it comes from an imported index. */
    List<Column> columnsOf(int row) {
        if (needs == null) {
            return columns;
        }
        return needs.own() == null
                        || needs.key().indices().containsKey(rows.get(row).recipient())
                ? List.of()
                : needs.own().columns();
    }

    /** What a column's part is multiplied by to be part of the share's numerator. */
    BigInteger columnMultiplier() {
        return needs == null ? BigInteger.ONE : needs.multiplier();
    }

    /** How imported indices led to the row's share; empty by an own key. */
    Optional<NeedPart> needOf(int row) {
        return Optional.ofNullable(needs).map(all -> all.of(rows.get(row), row));
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
