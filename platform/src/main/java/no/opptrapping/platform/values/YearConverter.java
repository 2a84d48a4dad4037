package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.time.Year;
import org.jspecify.annotations.Nullable;

/** A year in an <code>integer</code> column. */
@Converter(autoApply = true)
public class YearConverter implements AttributeConverter<Year, Integer> {
    @Override
    public @Nullable Integer convertToDatabaseColumn(@Nullable Year value) {
        return value == null ? null : value.getValue();
    }

    @Override
    public @Nullable Year convertToEntityAttribute(@Nullable Integer column) {
        return column == null ? null : Year.of(column);
    }
}
