package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** Floors and caps of every row in whole kroner. */
final class Limits {
    private final List<Row> rows;
    private final long unit;
    private final Faults faults;
    private final String floorPointer;
    private final BigInteger[] floors;
    private final @Nullable BigInteger[] caps;

    Limits(List<Row> rows, long unit, Limit floor, Limit cap, Faults faults) {
        this.rows = rows;
        this.unit = unit;
        this.faults = faults;
        if (floor instanceof Limit.PerInhabitant || cap instanceof Limit.PerInhabitant) {
            new Population(rows, faults).check();
        }
        this.floorPointer = pointer("/floor", floor);
        this.floors = Arrays.stream(amounts(floor, pointer("/floor", floor), true))
                .map(amount -> amount == null ? BigInteger.ZERO : amount)
                .toArray(BigInteger[]::new);
        this.caps = amounts(cap, pointer("/cap", cap), false);
    }

    BigInteger[] floors() {
        return floors;
    }

    /** Null where there is no cap. */
    @Nullable
    BigInteger[] caps() {
        return caps;
    }

    /** Floors and caps must leave a solution: no floor above its cap, and all floors within the budget. */
    void check(Kroner budget) {
        var crossed = IntStream.range(0, rows.size())
                .filter(i -> caps[i] != null && floors[i].compareTo(Objects.requireNonNull(caps[i])) > 0)
                .mapToObj(i -> rows.get(i).recipient().toString())
                .toList();
        faults.check(crossed.isEmpty(), AllocationRule.FLOOR_NOT_ABOVE_CAP, floorPointer, crossed);
        var sum = Whole.sum(floors);
        faults.check(
                sum.compareTo(BigInteger.valueOf(budget.value())) <= 0,
                AllocationRule.FLOORS_WITHIN_BUDGET,
                floorPointer,
                sum,
                budget);
    }

    private static String pointer(String name, Limit limit) {
        return switch (limit) {
            case Limit.None none -> name + "PerMunicipality";
            case Limit.SameForAll same -> name + "PerMunicipality";
            case Limit.PerMunicipality each -> name + "s";
            case Limit.PerInhabitant each -> name + "PerInhabitant";
        };
    }

    private @Nullable BigInteger[] amounts(Limit limit, String pointer, boolean up) {
        return switch (limit) {
            case Limit.None() -> new @Nullable BigInteger[rows.size()];
            case Limit.SameForAll(var amount) -> {
                check(amount, pointer);
                var all = new @Nullable BigInteger[rows.size()];
                Arrays.fill(all, BigInteger.valueOf(amount.value()));
                yield all;
            }
            case Limit.PerMunicipality each -> perMunicipality(each, pointer);
            case Limit.PerInhabitant(var kroner) -> perInhabitant(kroner, pointer, up);
        };
    }

    private void check(Kroner amount, String pointer) {
        faults.checkRange(amount, pointer);
        faults.check(!amount.isNegative(), AllocationRule.LIMIT_NOT_NEGATIVE, pointer, amount);
        faults.check(
                unit <= 0 || amount.value() % unit == 0, AllocationRule.LIMIT_MULTIPLE_OF_UNIT, pointer, amount, unit);
    }

    private @Nullable BigInteger[] perMunicipality(Limit.PerMunicipality limit, String pointer) {
        var known = new HashSet<Recipient>();
        var amounts = new @Nullable BigInteger[rows.size()];
        for (var i = 0; i < amounts.length; i++) {
            var recipient = rows.get(i).recipient();
            known.add(recipient);
            var amount = limit.amounts().get(recipient);
            if (amount != null) {
                check(amount, pointer + "/" + Pointers.escape(recipient.toString()));
                amounts[i] = BigInteger.valueOf(amount.value());
            }
        }
        limit.amounts().keySet().stream()
                .filter(recipient -> !known.contains(recipient))
                .sorted()
                .forEach(recipient -> faults.add(
                        AllocationRule.LIMIT_FOR_A_RECIPIENT,
                        pointer + "/" + Pointers.escape(recipient.toString()),
                        recipient.toString()));
        return amounts;
    }

    private @Nullable BigInteger[] perInhabitant(Decimal kroner, String pointer, boolean up) {
        faults.check(!kroner.isNegative(), AllocationRule.LIMIT_NOT_NEGATIVE, pointer, kroner);
        var step = BigInteger.valueOf(Math.max(1, unit));
        var population = new Population(rows, faults);
        var divisor = BigInteger.TEN
                .pow(kroner.scale())
                .multiply(population.denominator())
                .multiply(step);
        return IntStream.range(0, rows.size())
                .mapToObj(i -> population.of(i).multiply(kroner.atScale(kroner.scale())))
                .map(exact -> up ? Whole.ceiling(exact, divisor) : Whole.floor(exact, divisor))
                .map(units -> units.multiply(step))
                .peek(amount -> faults.checkRange(amount, pointer))
                .toArray(BigInteger[]::new);
    }
}
