package no.opptrapping.grant.calls.db;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import org.jspecify.annotations.Nullable;

/** Stores a {@link CallId} in a column of type uuid. */
@Converter(autoApply = true)
class CallIdConverter implements AttributeConverter<CallId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable CallId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable CallId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new CallId(stored);
    }
}
