package no.opptrapping.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Trondheim, which lets a supplier report for it, and Oslo. */
@ApplicationScoped
class ProbeRegister implements KnownRegister {
    static final String TRONDHEIM = "942110464";
    static final String OSLO = "958935420";
    static final String SUPPLIER = "983544622";

    @Override
    public Structure structure() {
        return new Structure(List.of(
                municipality(
                        1,
                        "5001",
                        TRONDHEIM,
                        new HeardMunicipality.Representative(
                                new OrganisationNumber(SUPPLIER), List.of("report"), LocalDate.of(2020, 1, 1), null)),
                municipality(2, "0301", OSLO)));
    }

    private static HeardMunicipality municipality(
            int id, String number, String organisation, HeardMunicipality.Representative... representatives) {
        return new HeardMunicipality(
                new MunicipalityId(new UUID(0, id)),
                null,
                List.of(new HeardMunicipality.Version(new MunicipalityNumber(number), number, null, null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(new OrganisationNumber(organisation), null, null)),
                List.of(representatives));
    }
}
