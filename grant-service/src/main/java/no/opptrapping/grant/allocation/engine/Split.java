package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import no.opptrapping.platform.values.Kroner;

/** Splits one amount in proportion to others, in whole kroner by the largest remainder. */
public final class Split {
    private Split() {}

    /** The parts, in the weights' order, which sum to the amount; weights are not negative and not all zero. */
    public static List<Kroner> of(Kroner amount, List<Kroner> weights) {
        return inProportion(
                amount,
                weights.stream().map(weight -> Fraction.of(weight.value())).toList());
    }

    /** The same by any exact weights, which need not sum to one. */
    public static List<Kroner> inProportion(Kroner amount, List<Fraction> weights) {
        var denominator =
                weights.stream().map(Fraction::denominator).reduce(BigInteger.ONE, Whole::leastCommonMultiple);
        var whole = weights.stream()
                .map(weight -> weight.numerator().multiply(denominator.divide(weight.denominator())))
                .toList();
        var parts = whole.stream()
                .map(weight -> weight.multiply(BigInteger.valueOf(amount.value())))
                .toArray(BigInteger[]::new);
        var total = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        return Arrays.stream(new ExactAmounts(parts, total).rounded(1))
                .mapToObj(Kroner::of)
                .toList();
    }
}
