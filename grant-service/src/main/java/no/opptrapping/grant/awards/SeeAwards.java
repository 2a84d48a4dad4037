package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.CallingMunicipality;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/** Shows awards: to a municipality those that it answers for, to a county governor the county's, to the others all. */
@ApplicationScoped
public class SeeAwards {
    private final Awards awards;
    private final KnownMunicipalities municipalities;
    private final CallingMunicipality calling;
    private final DutyBearers dutyBearers;
    private final Clock clock;

    SeeAwards(
            Awards awards,
            KnownMunicipalities municipalities,
            CallingMunicipality calling,
            DutyBearers dutyBearers,
            Clock clock) {
        this.awards = awards;
        this.municipalities = municipalities;
        this.calling = calling;
        this.dutyBearers = dutyBearers;
        this.clock = clock;
    }

    /** The award, or empty when there is none or the caller may not see it. */
    @Transactional
    public Optional<Award> find(AwardId id, Caller caller) {
        return awards.find(id).filter(award -> isVisible(award, caller));
    }

    private boolean isVisible(Award award, Caller caller) {
        return switch (caller) {
            case Caller.Staff staff ->
                staff.county()
                        .map(county -> award.recipient().number().county().equals(county))
                        .orElse(true);
            case Caller.Organisation organisation ->
                calling.get()
                        .map(KnownMunicipality::id)
                        .filter(own -> dutyBearers.answersFor(
                                own, award.recipient().municipality(), BusinessDates.today(clock)))
                        .isPresent();
            case Caller.Anonymous() -> false;
        };
    }

    /** The awards that fit the filter and that the caller may see, in the order of their references. */
    @Transactional
    public List<Award> list(Awards.Filter filter, Caller caller, String afterReference, int limit) {
        return awards.list(restricted(filter, caller), afterReference, limit);
    }

    private Awards.Filter restricted(Awards.Filter filter, Caller caller) {
        return switch (caller) {
            case Caller.Staff staff ->
                new Awards.Filter(
                        filter.year(),
                        filter.scheme(),
                        filter.status(),
                        filter.recipients(),
                        filter.number(),
                        staff.county().or(filter::county));
            case Caller.Organisation organisation ->
                new Awards.Filter(
                        filter.year(),
                        filter.scheme(),
                        filter.status(),
                        Optional.of(answeredFor()),
                        filter.number(),
                        filter.county());
            case Caller.Anonymous() ->
                new Awards.Filter(
                        filter.year(),
                        filter.scheme(),
                        filter.status(),
                        Optional.of(Set.of()),
                        filter.number(),
                        filter.county());
        };
    }

    private Set<MunicipalityId> answeredFor() {
        return calling.get()
                .map(KnownMunicipality::id)
                .map(own -> dutyBearers.answeredForBy(own, awards.recipients(), BusinessDates.today(clock)))
                .orElseGet(Set::of);
    }

    /** Whom the awards that the caller answers for were made to; none for others than organisations. */
    @Transactional
    public Set<MunicipalityId> recipientsFor(Caller caller) {
        return caller instanceof Caller.Organisation ? answeredFor() : Set.of();
    }

    /** The valid awards of the recipients that are not wholly paid and accounted for, by their references. */
    @Transactional
    public List<Award> outstanding(Set<MunicipalityId> recipients, int limit) {
        return awards.outstanding(recipients, limit);
    }

    /** The municipalities of today that can sign in, because their organisation number is known. */
    @Transactional
    public Set<MunicipalityId> ableToSignIn() {
        return municipalities.validOn(BusinessDates.today(clock)).stream()
                .filter(known -> known.organisationNumber().isPresent())
                .map(KnownMunicipality::id)
                .collect(Collectors.toUnmodifiableSet());
    }
}
