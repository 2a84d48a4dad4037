package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.register.Passed;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** The municipalities as they were, are or will be on a date, from what has been heard until now. */
@ApplicationScoped
@Transactional
public class KnownMunicipalities {
    private final HeardMunicipalities heard;

    KnownMunicipalities(HeardMunicipalities heard) {
        this.heard = heard;
    }

    /** Everything that is known now: for whoever asks more than one thing. */
    public Structure structure() {
        return heard.structure();
    }

    /** {@link Structure#byNumber}. */
    public Optional<KnownMunicipality> byNumber(MunicipalityNumber number, LocalDate on) {
        return structure().byNumber(number, on);
    }

    /** {@link Structure#byOrganisation}. */
    public Optional<KnownMunicipality> byOrganisation(OrganisationNumber organisation, LocalDate on) {
        return structure().byOrganisation(organisation, on);
    }

    /** {@link Structure#on}. */
    public Optional<KnownMunicipality> byId(MunicipalityId id, LocalDate on) {
        return structure().on(id, on);
    }

    /** The language of letters and notices to the municipality; Bokmål for one that is not known. */
    public Language languageOf(MunicipalityId id) {
        return structure().find(id).map(HeardMunicipality::language).orElse(Language.NB);
    }

    /** {@link Structure#validOn}. */
    public List<KnownMunicipality> validOn(LocalDate on) {
        return structure().validOn(on);
    }

    /** {@link Structure#countyNames}. */
    public Map<String, String> countyNames(LocalDate on) {
        return structure().countyNames(on);
    }

    /** {@link Structure#status}. */
    public NumberStatus status(MunicipalityNumber number, LocalDate on) {
        return structure().status(number, on);
    }

    /** {@link Structure#passedOn}. */
    public List<Passed> passedOn(MunicipalityId id, LocalDate to) {
        return structure().passedOn(id, to);
    }

    /** {@link Structure#ceasedBy}. */
    public Set<MunicipalityId> ceasedBy(LocalDate date) {
        return structure().ceasedBy(date);
    }

    /** {@link Structure#succession}. */
    public Optional<Succession> succession(MunicipalityId id, LocalDate on) {
        return structure().succession(id, on);
    }
}
