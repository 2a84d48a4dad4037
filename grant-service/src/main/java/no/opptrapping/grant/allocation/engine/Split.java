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
        var parts = weights.stream()
                .map(weight -> BigInteger.valueOf(weight.value()).multiply(BigInteger.valueOf(amount.value())))
                .toArray(BigInteger[]::new);
        var total = BigInteger.valueOf(Kroner.sum(weights).value());
        return Arrays.stream(LargestRemainder.round(new ExactAmounts(parts, total), 1))
                .mapToObj(Kroner::of)
                .toList();
    }
}
