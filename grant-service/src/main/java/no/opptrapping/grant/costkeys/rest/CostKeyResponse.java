package no.opptrapping.grant.costkeys.rest;

import java.math.BigDecimal;
import java.util.List;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.grant.costkeys.db.CostKeyEntity;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A cost key and what its weights sum to. */
@Schema(name = "CostKey")
record CostKeyResponse(
        @Schema(maxLength = 60) String code,
        int year,
        LocalisedText name,
        @Schema(maxLength = 500) String source,
        @Schema(maxItems = 50) List<CostKeyCriterion> criteria,

        @Schema(description = "What the weights sum to; other than 1 only with normalise in a run", maxLength = 40)
        String sum) {
    static CostKeyResponse of(CostKeyEntity key) {
        var sum = key.criteria.stream()
                .map(CostKeyCriterion::weight)
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new CostKeyResponse(key.code, key.year, key.name, key.source, key.criteria, sum.toPlainString());
    }
}
