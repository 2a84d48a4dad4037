package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;

/**
 * One part of a municipality that was split.
 *
 * @param successor who took the part over
 * @param share the part of the people that moved with it, 0 to 1
 * @param method how the share is known
 * @param dutyBearer whether this successor answers for the split municipality's grants
 *     (<i>ansvarlig kommune etter deling</i>)
 */
public record SplitPart(Party successor, BigDecimal share, ShareMethod method, boolean dutyBearer) {}
