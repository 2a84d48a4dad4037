package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import org.jspecify.annotations.Nullable;

/** Stores {@link Kroner} in a column of type bigint. */
@Converter(autoApply = true)
public class KronerConverter implements AttributeConverter<Kroner, Long> {
    @Override
    public @Nullable Long convertToDatabaseColumn(@Nullable Kroner value) {
        return value == null ? null : value.value();
    }

    @Override
    public @Nullable Kroner convertToEntityAttribute(@Nullable Long stored) {
        return stored == null ? null : new Kroner(stored);
    }
}
