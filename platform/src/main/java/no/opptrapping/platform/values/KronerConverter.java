package no.opptrapping.platform.values;

import jakarta.persistence.Converter;

/** Stores {@link Kroner} in a column of type bigint. */
@Converter(autoApply = true)
public class KronerConverter extends ColumnConverter<Kroner, Long> {
    public KronerConverter() {
        super(Kroner::value, Kroner::new);
    }
}
