package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores {@link OrganisationNumber} in a column of type char(9) or text. */
@Converter(autoApply = true)
public class OrganisationNumberConverter implements AttributeConverter<OrganisationNumber, String> {
    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable OrganisationNumber value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable OrganisationNumber convertToEntityAttribute(@Nullable String stored) {
        return stored == null ? null : new OrganisationNumber(stored);
    }
}
