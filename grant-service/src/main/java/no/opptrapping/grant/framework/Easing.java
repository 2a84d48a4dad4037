package no.opptrapping.grant.framework;

import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What eased a municipality's step to the framework grant, to the øre:
 * {@code compensation - deduction + phaseIn + rounding} is the whole kroner by which its amount differs from the cost
 * key's.
 *
 * @param compensation what the income guarantee gives it, zero or more
 * @param deduction what it gives to the guarantee, zero or more
 * @param phaseIn what a phase-in adds or takes; zero without one
 * @param rounding what rounding to whole kroner changed
 */
@Schema(name = "StepEasing")
public record Easing(Ore compensation, Ore deduction, Ore phaseIn, Ore rounding) {
    /** What it came to. */
    public Kroner net() {
        var sum = compensation.minus(deduction).plus(phaseIn).plus(rounding);
        return Kroner.of(sum.inKroner().longValueExact());
    }
}
