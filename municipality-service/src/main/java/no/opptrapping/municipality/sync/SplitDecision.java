package no.opptrapping.municipality.sync;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What a person decides of a split.
 *
 * @param dutyBearer the successor that answers for the split municipality's grants
 * @param shares the part of the people that moves to each successor; sums to one
 */
public record SplitDecision(
        LocalDate on,
        MunicipalityNumber municipality,
        MunicipalityNumber dutyBearer,
        Map<MunicipalityNumber, BigDecimal> shares,
        ShareMethod method) {
    public SplitDecision {
        shares = Map.copyOf(shares);
    }

    boolean decides(Difference split) {
        return on.equals(split.on())
                && municipality.value().equals(split.before().getFirst().number());
    }
}
