package no.opptrapping.grant.framework;

import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One municipality's row of an adopted incorporation.
 *
 * @param before what it had of the earmarked scheme the year before
 * @param framework its part by the cost key alone
 * @param compensation what the income guarantee gives it, zero or more
 * @param deduction what it gives to the guarantee, zero or more
 * @param net the guarantee's effect in whole kroner; sums to zero over the country
 * @param amount what it gets: framework plus net
 */
public record AdoptedFrameworkRow(
        MunicipalityId municipality,
        MunicipalityNumber number,
        Kroner before,
        Kroner framework,
        Kroner compensation,
        Kroner deduction,
        Kroner net,
        Kroner amount) {}
