package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Stores a {@link MunicipalityId} in a column of type uuid. */
@Converter(autoApply = true)
public class MunicipalityIdConverter implements AttributeConverter<MunicipalityId, UUID> {
    @Override
    public @Nullable UUID convertToDatabaseColumn(@Nullable MunicipalityId id) {
        return id == null ? null : id.value();
    }

    @Override
    public @Nullable MunicipalityId convertToEntityAttribute(@Nullable UUID stored) {
        return stored == null ? null : new MunicipalityId(stored);
    }
}
