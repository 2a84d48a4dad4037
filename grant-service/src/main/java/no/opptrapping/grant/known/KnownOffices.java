package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.MunicipalityId;

/** The county governors' offices, from what has been heard until now. */
@ApplicationScoped
@Transactional
public class KnownOffices {
    private final HeardOffices heard;
    private final KnownMunicipalities municipalities;

    KnownOffices(HeardOffices heard, KnownMunicipalities municipalities) {
        this.heard = heard;
        this.municipalities = municipalities;
    }

    /** Everything that is known now: for whoever asks more than one thing. */
    public Offices get() {
        return new Offices(heard.all());
    }

    /** The office that the municipality, or the one that answers for it on the date, belongs to on the date. */
    public Optional<CountyGovernorOfficeId> of(MunicipalityId municipality, LocalDate date) {
        return get().of(municipality, municipalities.structure(), date);
    }
}
