package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownMunicipality;
import no.opptrapping.grant.known.Passed;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Who answers for an award when the municipality that got it no longer exists: the one it was merged into, and after a
 * split the one that took over the largest part (<i>ansvarlig kommune etter deling</i>).
 */
@ApplicationScoped
public class DutyBearers {
    private static final Comparator<Passed> LARGEST =
            Comparator.comparing(Passed::share).thenComparing(Passed::successor, Comparator.reverseOrder());

    private final KnownMunicipalities municipalities;

    DutyBearers(KnownMunicipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** The recipients, out of the given ones, that the municipality answers for on the date. */
    public Set<MunicipalityId> answeredForBy(
            MunicipalityId municipality, Collection<MunicipalityId> recipients, LocalDate on) {
        var existing =
                municipalities.validOn(on).stream().map(KnownMunicipality::id).collect(Collectors.toSet());
        return recipients.stream()
                .distinct()
                .filter(recipient -> existing.contains(recipient)
                        ? recipient.equals(municipality)
                        : successor(recipient, on).contains(municipality))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the municipality answers for the recipient on the date. */
    public boolean answersFor(MunicipalityId municipality, MunicipalityId recipient, LocalDate on) {
        return municipality.equals(recipient) || successor(recipient, on).contains(municipality);
    }

    private Set<MunicipalityId> successor(MunicipalityId recipient, LocalDate on) {
        return municipalities.passedOn(recipient, on).stream()
                .max(LARGEST)
                .map(Passed::successor)
                .map(Set::of)
                .orElseGet(Set::of);
    }
}
