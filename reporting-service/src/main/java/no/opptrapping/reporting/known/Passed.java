package no.opptrapping.reporting.known;

import java.math.BigDecimal;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * A part of what was one municipality's that is another's on a later date.
 *
 * @param share the part, 0-1; exact
 * @param divided whether a split on the way made it a part, so that figures of it are estimates
 */
public record Passed(MunicipalityId municipalityId, BigDecimal share, boolean divided) {}
