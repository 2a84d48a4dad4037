package no.opptrapping.platform.values;

import jakarta.persistence.Converter;

/** Stores {@link OrganisationNumber} in a column of type char(9) or text. */
@Converter(autoApply = true)
public class OrganisationNumberConverter extends ColumnConverter<OrganisationNumber, String> {
    public OrganisationNumberConverter() {
        super(OrganisationNumber::value, OrganisationNumber::new);
    }
}
