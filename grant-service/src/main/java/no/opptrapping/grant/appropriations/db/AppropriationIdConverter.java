package no.opptrapping.grant.appropriations.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import no.opptrapping.grant.appropriations.AppropriationId;
import org.jspecify.annotations.Nullable;

/** Stores a {@link AppropriationId} in a column of type uuid. */
@Converter(autoApply = true)
class AppropriationIdConverter implements AttributeConverter<AppropriationId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable AppropriationId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable AppropriationId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new AppropriationId(stored);
    }
}
