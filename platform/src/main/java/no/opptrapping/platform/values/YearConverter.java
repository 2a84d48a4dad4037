package no.opptrapping.platform.values;

import jakarta.persistence.Converter;
import java.time.Year;

/** A year in an <code>integer</code> column. */
@Converter(autoApply = true)
public class YearConverter extends ColumnConverter<Year, Integer> {
    public YearConverter() {
        super(Year::getValue, Year::of);
    }
}
