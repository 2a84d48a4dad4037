package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * What is left of a municipality on a later date, through the whole chain of changes.
 *
 * @param share the part of the original municipality, 0 to 1
 * @param estimated whether a share on the way is estimated
 */
public record Heir(MunicipalityId id, BigDecimal share, boolean estimated) {}
