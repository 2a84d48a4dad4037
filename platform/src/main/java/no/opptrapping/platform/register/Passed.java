package no.opptrapping.platform.register;

import java.math.BigDecimal;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A part of what was one municipality's that is another's on a later date.
 *
 * @param share the part of the people that moved, above 0 and at most 1; exact
 * @param divided whether a split on the way made it a part, so that figures of it are estimates
 */
public record Passed(MunicipalityId municipalityId, BigDecimal share, boolean divided) {}
