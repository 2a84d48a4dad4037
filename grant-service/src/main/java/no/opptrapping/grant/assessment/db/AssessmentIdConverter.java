package no.opptrapping.grant.assessment.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import no.opptrapping.grant.assessment.AssessmentId;
import org.jspecify.annotations.Nullable;

/** Stores a {@link AssessmentId} in a column of type uuid. */
@Converter(autoApply = true)
class AssessmentIdConverter implements AttributeConverter<AssessmentId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable AssessmentId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable AssessmentId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new AssessmentId(stored);
    }
}
