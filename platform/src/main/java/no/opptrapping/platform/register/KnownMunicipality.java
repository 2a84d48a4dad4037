package no.opptrapping.platform.register;

import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * A municipality as it was, is or will be on a date.
 *
 * @param organisationNumber empty when nobody knows it: such a municipality can be allocated money but not sign in
 * @param on the date that number, name and organisation number are of
 */
public record KnownMunicipality(
        MunicipalityId id,
        MunicipalityNumber number,
        String name,
        Optional<OrganisationNumber> organisationNumber,
        LocalDate on) {}
