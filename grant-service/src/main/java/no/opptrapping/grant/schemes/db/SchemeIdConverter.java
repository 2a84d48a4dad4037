package no.opptrapping.grant.schemes.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** Stores a {@link SchemeId} in a column of type uuid. */
@Converter(autoApply = true)
class SchemeIdConverter implements AttributeConverter<SchemeId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable SchemeId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable SchemeId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new SchemeId(stored);
    }
}
