package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.opptrapping.grant.allocation.engine.Incorporation.Direction;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.Incorporation.Step;
import no.opptrapping.platform.values.Kroner;

/**
 * The arithmetic of incorporation, from whole kroner before and after in the recipients' order. All numbers between
 * are whole multiples of one small amount, {@code 1 / (inhabitants * 10^decimals)}, so nothing is rounded on the way.
 */
final class IncorporationSteps {
    private final long[] before;
    private final long[] framework;
    private final Population population;
    private final long unit;

    /** The framework amounts must sum to a multiple of the unit, as amounts rounded to it do. */
    IncorporationSteps(long[] before, long[] framework, Population population, long unit) {
        if (sum(framework) % unit != 0) {
            throw new IllegalArgumentException("The framework amounts do not sum to a multiple of the unit");
        }
        this.before = before.clone();
        this.framework = framework.clone();
        this.population = population;
        this.unit = unit;
    }

    /** The step taken: the final amounts, and on request what each came from. */
    final class Taken {
        private final Eased eased;
        private final ExactAmounts finals;
        private final long[] after;

        private Taken(Eased eased, ExactAmounts finals) {
            this.eased = eased;
            this.finals = finals;
            this.after = finals.rounded(unit);
        }

        /** The final amounts in whole kroner. */
        long[] after() {
            return after.clone();
        }

        /** What there was to divide. */
        Kroner total() {
            return Kroner.of(Whole.floor(finals.total(), finals.denominator()).longValueExact());
        }

        /** What is deducted per inhabitant from those who can pay it. */
        Fraction deductionPerInhabitant() {
            return eased.deductions()
                    .level()
                    .times(Fraction.of(population.denominator(), BigInteger.ONE))
                    .over(Fraction.of(eased.scale(), BigInteger.ONE));
        }

        /** Each municipality's step, explained. */
        List<Step> steps() {
            return IntStream.range(0, after.length).mapToObj(this::step).toList();
        }

        private Step step(int i) {
            var deductions = eased.deductions().amounts();
            var net = Kroner.of(after[i] - framework[i]);
            return new Step(
                    Kroner.of(before[i]),
                    Kroner.of(framework[i]),
                    Kroner.of(after[i]),
                    finals.get(i),
                    Fraction.of(eased.compensations().get(i), eased.scale()),
                    Fraction.of(
                            deductions.numerator(i), deductions.denominator().multiply(eased.scale())),
                    net,
                    Direction.of(net),
                    Fraction.of(after[i] - before[i]).over(population.asFraction(i)));
        }
    }

    /** Compensations and deductions on one scale, and the level of the deduction. */
    private record Eased(List<BigInteger> compensations, WaterFilling.Filled deductions, BigInteger scale) {}

    /** Takes the step; a strict guarantee must have been seen to be {@link #guaranteed affordable}. */
    Taken take(Method method) {
        return switch (method) {
            case Method.AtOnce() -> eased(nothing());
            case Method.StateGuarantee(var threshold) -> eased(stateGuarantee(threshold));
            case Method.StrictGuarantee(var threshold) -> eased(strictGuarantee(threshold));
            case Method.PhaseIn(var years, var year) -> phasedIn(years, year);
        };
    }

    /** The national change per inhabitant. */
    Fraction nationalChange() {
        return Fraction.of(sum(framework) - sum(before)).over(population.totalAsFraction());
    }

    /** What a strict guarantee promises all municipalities together. */
    Fraction guaranteed(Decimal threshold) {
        return Fraction.of(Whole.sum(guaranteedAmounts(threshold)), scale(threshold));
    }

    private Eased nothing() {
        var none = zeros();
        return new Eased(
                List.of(none),
                new WaterFilling.Filled(new ExactAmounts(none, BigInteger.ONE), Fraction.ZERO, List.of()),
                BigInteger.ONE);
    }

    private Eased stateGuarantee(Decimal threshold) {
        var scale = scale(threshold);
        var guaranteed = guaranteedChanges(threshold);
        var compensations = zeros();
        var caps = zeros();
        for (var i = 0; i < before.length; i++) {
            var change = scaled(framework[i] - before[i], scale);
            compensations[i] = guaranteed[i].subtract(change).max(BigInteger.ZERO);
            caps[i] = scaled(framework[i], scale).add(compensations[i]);
        }
        var deductions = new WaterFilling(Whole.sum(compensations), population.numerators(), zeros(), caps).fill();
        return new Eased(List.of(compensations), deductions, scale);
    }

    private Eased strictGuarantee(Decimal threshold) {
        var scale = scale(threshold);
        var lowest = guaranteedAmounts(threshold);
        var compensations = zeros();
        var caps = zeros();
        for (var i = 0; i < before.length; i++) {
            var own = scaled(framework[i], scale);
            compensations[i] = lowest[i].subtract(own).max(BigInteger.ZERO);
            caps[i] = own.subtract(lowest[i]).max(BigInteger.ZERO);
        }
        var deductions = new WaterFilling(Whole.sum(compensations), population.numerators(), zeros(), caps).fill();
        return new Eased(List.of(compensations), deductions, scale);
    }

    private Taken eased(Eased eased) {
        var amounts = eased.deductions().amounts();
        var exact = zeros();
        for (var i = 0; i < exact.length; i++) {
            exact[i] = scaled(framework[i], eased.scale())
                    .add(eased.compensations().get(i))
                    .multiply(amounts.denominator())
                    .subtract(amounts.numerator(i));
        }
        return new Taken(eased, new ExactAmounts(exact, amounts.denominator().multiply(eased.scale())));
    }

    private Taken phasedIn(int years, int year) {
        var divisor = BigInteger.valueOf(years);
        var exact = zeros();
        for (var i = 0; i < exact.length; i++) {
            exact[i] = scaled(before[i], divisor).add(scaled(framework[i] - before[i], BigInteger.valueOf(year)));
        }
        return new Taken(nothing(), new ExactAmounts(exact, divisor));
    }

    /** The guaranteed changes, (national change - threshold) times inhabitants, on the threshold's scale. */
    private BigInteger[] guaranteedChanges(Decimal threshold) {
        var change = BigInteger.valueOf(sum(framework) - sum(before));
        var decimals = population.denominator().multiply(BigInteger.TEN.pow(threshold.scale()));
        var perHead = change.multiply(decimals)
                .subtract(threshold.atScale(threshold.scale()).multiply(population.total()));
        return Arrays.stream(population.numerators()).map(perHead::multiply).toArray(BigInteger[]::new);
    }

    /** The lowest final amounts of a strict guarantee on the threshold's scale. */
    private BigInteger[] guaranteedAmounts(Decimal threshold) {
        var scale = scale(threshold);
        var changes = guaranteedChanges(threshold);
        for (var i = 0; i < changes.length; i++) {
            changes[i] = scaled(before[i], scale).add(changes[i]).max(BigInteger.ZERO);
        }
        return changes;
    }

    private BigInteger scale(Decimal threshold) {
        return population.total().multiply(population.denominator()).multiply(BigInteger.TEN.pow(threshold.scale()));
    }

    private BigInteger[] zeros() {
        var zeros = new BigInteger[before.length];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }

    private static BigInteger scaled(long kroner, BigInteger scale) {
        return BigInteger.valueOf(kroner).multiply(scale);
    }

    private static long sum(long[] kroner) {
        return LongStream.of(kroner).reduce(0, Math::addExact);
    }
}
