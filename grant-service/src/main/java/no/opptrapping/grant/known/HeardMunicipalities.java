package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Where what has been heard of municipalities is kept. */
public interface HeardMunicipalities {
    /** Keeps it in place of what was heard of the same municipality before. */
    void keep(HeardMunicipality heard);

    Optional<HeardMunicipality> find(MunicipalityId id);

    /** Those that have, had or will have the number. */
    List<HeardMunicipality> everNumbered(MunicipalityNumber number);

    /** Those that have, had or will have the organisation number. */
    List<HeardMunicipality> everHolding(OrganisationNumber number);

    List<HeardMunicipality> all();

    /** Those that have ceased on or before the date. */
    List<HeardMunicipality> ceasedBy(LocalDate date);
}
