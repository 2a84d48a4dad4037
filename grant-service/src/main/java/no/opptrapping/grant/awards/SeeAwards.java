package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Shows awards: to a municipality those that it answers for or shares in, to a county governor the county's, to the
 * others all.
 */
@ApplicationScoped
public class SeeAwards {
    private final Awards awards;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Clock clock;

    SeeAwards(Awards awards, KnownMunicipalities municipalities, CallerSight sight, Clock clock) {
        this.awards = awards;
        this.municipalities = municipalities;
        this.sight = sight;
        this.clock = clock;
    }

    /** The award, or empty when there is none or the caller may not see it. */
    @Transactional
    public Optional<Award> find(AwardId id) {
        var award = awards.find(id);
        var seen = award.filter(one -> isSeen(one, sight.get()));
        if (award.isPresent() && seen.isEmpty()) {
            sight.refused("award.reading", id.toString());
        }
        return seen;
    }

    private static boolean isSeen(Award award, Sight sight) {
        return sight.covers(award.recipient().municipality())
                || (sight instanceof Sight.Own
                        && award.participants().stream().anyMatch(one -> sight.covers(one.municipality())));
    }

    /** The awards that fit the filter and that the caller may see, in the order of their references. */
    @Transactional
    public List<Award> list(Awards.Filter filter, String afterReference, int limit) {
        return awards.list(filter.seenBy(sight.get()), afterReference, limit);
    }

    /** Whom the awards that the municipality that calls answers for were made to; none for one that sees everybody's. */
    @Transactional
    public Set<MunicipalityId> recipients() {
        return sight.get().only().orElseGet(Set::of);
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
