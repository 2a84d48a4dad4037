package no.opptrapping.grant.framework;

import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;

/**
 * One municipality's row of an adopted incorporation.
 *
 * @param before what it had of the earmarked scheme the year before
 * @param framework its part by the cost key alone
 * @param easing what eased the step, to the øre
 * @param amount what it gets: framework plus net
 */
public record AdoptedFrameworkRow(
        MunicipalityId municipality,
        MunicipalityNumber number,
        Kroner before,
        Kroner framework,
        Easing easing,
        Kroner amount) {
    public AdoptedFrameworkRow {
        if (!framework.plus(easing.net()).equals(amount)) {
            throw new IllegalArgumentException("The row of " + number + " does not add up to " + amount);
        }
    }

    /** What a municipality has that the division no longer has any part for. */
    static AdoptedFrameworkRow nothing(MunicipalityId municipality, MunicipalityNumber number) {
        var nothing = new Easing(Ore.ZERO, Ore.ZERO, Ore.ZERO, Ore.ZERO);
        return new AdoptedFrameworkRow(municipality, number, Kroner.ZERO, Kroner.ZERO, nothing, Kroner.ZERO);
    }

    /** What the income guarantee gives, to the nearest krone. */
    public Kroner compensation() {
        return easing.compensation().rounded();
    }

    /** What is given to the income guarantee, to the nearest krone. */
    public Kroner deduction() {
        return easing.deduction().rounded();
    }

    /** The easing's effect in whole kroner; a guarantee's sums to zero over the country. */
    public Kroner net() {
        return easing.net();
    }
}
