package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * What a converted figure has from one municipality of the structure that it came from.
 *
 * @param value empty if that municipality's figure is not known
 * @param share the part of that municipality's figure, 0 to 1, in at most ten decimals
 * @param method how the share was found
 * @param year the year of the populations that the share rests on; empty if nothing was divided
 * @param status the weaker of what the divided figure and the share are
 */
public record Part(
        MunicipalityId from,
        Optional<Long> value,
        BigDecimal share,
        Method method,
        Optional<Year> year,
        FigureStatus status) {
    /** Whether the share, or the figure that was divided, is an estimate. */
    public boolean estimated() {
        return status == FigureStatus.ESTIMATED;
    }
}
