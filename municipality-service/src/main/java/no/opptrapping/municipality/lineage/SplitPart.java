package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import java.util.Set;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * One part of a municipality that was split.
 *
 * @param successor who took the part over
 * @param share the part of the people that moved with it, 0 to 1
 * @param method how the share is known
 * @param dutyBearer whether this successor answers for the split municipality's grants
 *     (<i>ansvarlig kommune etter deling</i>)
 * @param territory where the split undid a merger: the municipalities of that merger whose land, all of it, is the
 *     successor's
 */
public record SplitPart(
        Party successor, BigDecimal share, ShareMethod method, boolean dutyBearer, Set<MunicipalityId> territory) {
    public SplitPart {
        territory = Set.copyOf(territory);
    }

    /** A part of which no territory is known. */
    public SplitPart(Party successor, BigDecimal share, ShareMethod method, boolean dutyBearer) {
        this(successor, share, method, dutyBearer, Set.of());
    }
}
