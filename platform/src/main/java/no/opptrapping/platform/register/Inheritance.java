package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * One step of succession.
 *
 * @param on the day the successor took over
 * @param share the part of the predecessor's people that came to the successor, above 0 and at most 1
 * @param dutyBearer whether the successor answers for the predecessor's grants
 * @param territory the municipalities that the predecessor had been merged from and whose land, all of it, became the
 *     successor's (a merger undone by a split); none where that is not known
 */
public record Inheritance(
        LocalDate on,
        MunicipalityId from,
        MunicipalityId to,
        BigDecimal share,
        ShareMethod method,
        boolean dutyBearer,
        Set<MunicipalityId> territory) {
    public Inheritance {
        territory = Set.copyOf(territory);
    }

    /** A step of which no territory is known. */
    public Inheritance(
            LocalDate on,
            MunicipalityId from,
            MunicipalityId to,
            BigDecimal share,
            ShareMethod method,
            boolean dutyBearer) {
        this(on, from, to, share, method, dutyBearer, Set.of());
    }
}
