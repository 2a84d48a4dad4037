package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * What a municipality of the target structure gets of another's figure.
 *
 * @param weight its part in proportion to the other portions of the same municipality, 0 or more
 * @param year the year of the populations that the weight rests on; empty if nothing is divided
 */
public record Portion(MunicipalityId to, BigDecimal weight, Method method, Optional<Year> year) {
    /** The whole figure, to a municipality that took it over or is the same. */
    public static Portion whole(MunicipalityId to) {
        return new Portion(to, BigDecimal.ONE, Method.WHOLE, Optional.empty());
    }
}
