package no.opptrapping.grant.allocation.engine;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.math.BigInteger;
import java.util.List;

/** The inhabitants of every row as whole numbers over one power of ten (a converted figure may have decimals). */
final class Population {
    private final List<Row> rows;
    private final Faults faults;
    private final String pointer;
    private final int scale;
    private final BigInteger[] whole;

    Population(List<Row> rows, Faults faults) {
        this(rows, faults, "/population");
    }

    /** The pointer is where the inhabitants stand. */
    Population(List<Row> rows, Faults faults, String pointer) {
        this.rows = rows;
        this.faults = faults;
        this.pointer = pointer;
        this.scale = rows.stream().mapToInt(row -> of(row).scale()).max().orElse(0);
        this.whole = rows.stream().map(row -> of(row).atScale(scale)).toArray(BigInteger[]::new);
    }

    private static Decimal of(Row row) {
        return row.inhabitants() == null ? Decimal.ZERO : row.inhabitants();
    }

    /** Every row must have its inhabitants, and all together at least some; whether they do. */
    @CanIgnoreReturnValue
    boolean check() {
        var unknown = rows.stream().filter(row -> row.inhabitants() == null).toList();
        var negative = rows.stream()
                .filter(row -> row.inhabitants() != null && row.inhabitants().isNegative())
                .toList();
        faults.check(unknown.isEmpty(), AllocationRule.INHABITANTS_KNOWN, pointer, names(unknown));
        faults.check(negative.isEmpty(), AllocationRule.INHABITANTS_NOT_NEGATIVE, pointer, names(negative));
        if (!unknown.isEmpty() || !negative.isEmpty()) {
            return false;
        }
        var some = total().signum() != 0;
        faults.check(some || rows.isEmpty(), AllocationRule.INHABITANTS_ABOVE_ZERO, pointer, names(rows));
        return some;
    }

    /** Every single row must have inhabitants: what is guaranteed and paid per inhabitant is otherwise not defined. */
    void checkEach() {
        var none = rows.stream()
                .filter(row -> row.inhabitants() != null && row.inhabitants().compareTo(Decimal.ZERO) == 0)
                .toList();
        faults.check(none.isEmpty(), AllocationRule.INHABITANTS_ABOVE_ZERO, pointer, names(none));
    }

    private static List<String> names(List<Row> some) {
        return some.stream().map(row -> row.recipient().toString()).toList();
    }

    BigInteger of(int index) {
        return whole[index];
    }

    BigInteger[] numerators() {
        return whole.clone();
    }

    BigInteger denominator() {
        return BigInteger.TEN.pow(scale);
    }

    BigInteger total() {
        return Whole.sum(whole);
    }

    Fraction totalAsFraction() {
        return Fraction.of(total(), denominator());
    }

    Fraction asFraction(int index) {
        return Fraction.of(whole[index], denominator());
    }
}
