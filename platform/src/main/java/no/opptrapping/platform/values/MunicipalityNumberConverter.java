package no.opptrapping.platform.values;

import jakarta.persistence.Converter;

/** Stores {@link MunicipalityNumber} in a column of type char(4) or text. */
@Converter(autoApply = true)
public class MunicipalityNumberConverter extends ColumnConverter<MunicipalityNumber, String> {
    public MunicipalityNumberConverter() {
        super(MunicipalityNumber::value, MunicipalityNumber::new);
    }
}
