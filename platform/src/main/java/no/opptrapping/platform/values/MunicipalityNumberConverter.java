package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores {@link MunicipalityNumber} in a column of type char(4) or text. */
@Converter(autoApply = true)
public class MunicipalityNumberConverter implements AttributeConverter<MunicipalityNumber, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable MunicipalityNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable MunicipalityNumber convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new MunicipalityNumber(stored);
    }
}
