package no.opptrapping.grant.assessment.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class AssessmentColumns {
    private AssessmentColumns() {}

    @Converter(autoApply = true)
    static class Recommendations extends CodeConverter<Recommendation> {
        Recommendations() {
            super(Recommendation.class);
        }
    }
}
