package no.opptrapping.grant.allocation.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** Splits what a municipality gets by the key alone over the criteria, in øre that add up. */
final class Contributions {
    private final Shares shares;
    private final BigInteger budgetInOre;

    Contributions(Shares shares, long budget) {
        this.shares = shares;
        this.budgetInOre = BigInteger.valueOf(budget).multiply(Whole.HUNDRED);
    }

    /** Budget times share in øre, rounded down. */
    long totalInOre(int row) {
        return budgetInOre
                .multiply(shares.numerator(row))
                .divide(shares.denominator())
                .longValueExact();
    }

    List<CriterionPart> of(int row) {
        var columns = shares.columnsOf(row);
        var each = budgetInOre.multiply(shares.columnMultiplier());
        var exact = new ExactAmounts(
                columns.stream().map(column -> each.multiply(column.part(row))).toArray(BigInteger[]::new),
                shares.denominator());
        var ore = exact.rounded(1);
        var weights = columns.stream()
                .map(column -> column.criterion().weight().toFraction())
                .reduce(Fraction.ZERO, Fraction::plus);
        return IntStream.range(0, columns.size())
                .mapToObj(k -> part(columns.get(k), row, weights, ore[k]))
                .toList();
    }

    private static CriterionPart part(Shares.Column column, int row, Fraction weights, long ore) {
        return new CriterionPart(
                column.criterion().indicator(),
                plain(column.values().get(row), column.scale()),
                plain(column.total(), column.scale()),
                Fraction.of(column.values().get(row), column.total()),
                column.criterion().weight(),
                column.criterion().weight().toFraction().over(weights),
                ore);
    }

    private static BigDecimal plain(BigInteger unscaled, int scale) {
        var stripped = new BigDecimal(unscaled, scale).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
