package no.opptrapping.grant.allocation.engine;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.Kroner;

/**
 * Incorporation (<i>innlemming</i>): the step from earmarked money to the framework grant.
 *
 * @param before earmarked kroner of the year before in this year's structure, the participants' shares of joint awards;
 *     a municipality that is not named had none
 */
public record Incorporation(Map<Recipient, Kroner> before, Method method) {
    public Incorporation {
        before = Map.copyOf(before);
    }

    void check(List<Row> rows, Faults faults) {
        var known = rows.stream().map(Row::recipient).collect(Collectors.toSet());
        before.keySet().stream().sorted().forEach(recipient -> {
            var at = "/before/" + Pointers.escape(recipient.toString());
            var amount = before.getOrDefault(recipient, Kroner.ZERO);
            var name = recipient.toString();
            faults.check(known.contains(recipient), AllocationRule.BEFORE_FOR_A_RECIPIENT, at, name);
            faults.check(!amount.isNegative(), AllocationRule.BEFORE_NOT_NEGATIVE, at, name, amount);
            faults.checkRange(amount, at);
        });
        new Population(rows, faults).checkEach();
        switch (method) {
            case Method.AtOnce() -> {}
            case Method.StateGuarantee(var threshold) -> check(threshold, faults);
            case Method.StrictGuarantee(var threshold) -> check(threshold, faults);
            case Method.PhaseIn(var years, var year) ->
                faults.check(
                        year >= 1 && year <= years,
                        AllocationRule.PHASE_IN_YEAR_WITHIN_YEARS,
                        "/phaseIn/year",
                        year,
                        years);
        }
    }

    /** A municipality that is left out has no after, so it may not have had a before. */
    void checkExcluded(List<Recipient> excluded, Faults faults) {
        excluded.stream()
                .filter(recipient -> before.getOrDefault(recipient, Kroner.ZERO).isPositive())
                .sorted()
                .forEach(recipient -> faults.add(
                        AllocationRule.BEFORE_FOR_A_RECIPIENT,
                        "/before/" + Pointers.escape(recipient.toString()),
                        recipient.toString()));
    }

    private static void check(Decimal threshold, Faults faults) {
        faults.check(!threshold.isNegative(), AllocationRule.THRESHOLD_NOT_NEGATIVE, "/guarantee/threshold", threshold);
    }

    /** How the step is eased; guarantee and phase-in are alternatives. */
    public sealed interface Method {
        /** At once, without easing. */
        record AtOnce() implements Method {}

        /**
         * As the state computes it (<i>inntektsgarantiordningen</i>): who falls more than the threshold per inhabitant
         * below the national change is compensated down to it, and everybody pays the same per inhabitant for it, but no
         * more than it has. Not a floor: some pay more than they are compensated with.
         */
        record StateGuarantee(Decimal threshold) implements Method {}

        /** A variant to compare with: nobody ends below the guaranteed change, and only those above it pay. */
        record StrictGuarantee(Decimal threshold) implements Method {}

        /** In equal steps over {@code years}; {@code year} counts from 1. */
        record PhaseIn(int years, int year) implements Method {}
    }

    /** Whether a municipality receives from or pays to the others by the guarantee. */
    public enum Direction {
        RECEIVES,
        PAYS,
        NEITHER;

        static Direction of(Kroner net) {
            return net.isPositive() ? RECEIVES : net.isNegative() ? PAYS : NEITHER;
        }
    }

    /**
     * What the step means for one municipality. {@code framework + compensation - deduction + phaseIn} is {@code exact},
     * and {@code net} the difference between the rounded amount and the framework amount.
     *
     * @param before earmarked in the year before
     * @param framework the amount by the key alone
     * @param after the final amount
     * @param exact the final amount before rounding
     * @param changePerInhabitant kroner from before to after per inhabitant
     */
    public record Step(
            Kroner before,
            Kroner framework,
            Kroner after,
            Fraction exact,
            Fraction compensation,
            Fraction deduction,
            Kroner net,
            Direction direction,
            Fraction changePerInhabitant) {
        /** What a phase-in adds to the framework amount, or takes of it, exactly; zero without one. */
        public Fraction phaseIn() {
            return exact.minus(Fraction.of(framework.value()))
                    .minus(compensation)
                    .plus(deduction);
        }

        /** The compensation to the øre. */
        public long compensationInOre() {
            return inOre(compensation);
        }

        /** The deduction to the øre. */
        public long deductionInOre() {
            return inOre(deduction);
        }

        /** The phase-in to the øre. */
        public long phaseInInOre() {
            return inOre(phaseIn());
        }

        /** What rounding to the unit changed, so that framework, the others and this are the amount to the øre. */
        public long roundingInOre() {
            return net.value() * 100 - compensationInOre() + deductionInOre() - phaseInInOre();
        }

        private static long inOre(Fraction kroner) {
            return kroner.rounded(2).unscaledValue().longValueExact();
        }

        public Kroner change() {
            return after.minus(before);
        }
    }
}
