package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * One step of succession.
 *
 * @param on the day the successor took over
 * @param share the part of the predecessor's people that came to the successor, above 0 and at most 1
 * @param dutyBearer whether the successor answers for the predecessor's grants
 */
public record Inheritance(
        LocalDate on,
        MunicipalityId from,
        MunicipalityId to,
        BigDecimal share,
        ShareMethod method,
        boolean dutyBearer) {}
