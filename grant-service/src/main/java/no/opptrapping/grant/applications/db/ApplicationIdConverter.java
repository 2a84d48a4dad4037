package no.opptrapping.grant.applications.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import org.jspecify.annotations.Nullable;

/** Stores a {@link ApplicationId} in a column of type uuid. */
@Converter(autoApply = true)
class ApplicationIdConverter implements AttributeConverter<ApplicationId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable ApplicationId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable ApplicationId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new ApplicationId(stored);
    }
}
