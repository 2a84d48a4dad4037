package no.opptrapping.municipality.sync;

import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * A municipality as a legal entity.
 *
 * @param name as it is registered: "HERØY KOMMUNE"
 * @param municipality where its office is
 */
public record LegalEntity(OrganisationNumber number, String name, Optional<MunicipalityNumber> municipality) {}
