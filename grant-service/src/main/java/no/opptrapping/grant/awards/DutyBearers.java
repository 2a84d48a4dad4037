package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Who answers for an award when the municipality that got it no longer exists: the one it was merged into, and after a
 * split the one that the register names (<i>ansvarlig kommune etter deling</i>). Asked of what is known at the moment,
 * so that a successor can act before the award has been handed over to it.
 */
@ApplicationScoped
public class DutyBearers {
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
                        : answersFor(municipality, recipient, on))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the municipality answers for the recipient on the date. */
    public boolean answersFor(MunicipalityId municipality, MunicipalityId recipient, LocalDate on) {
        return municipalities
                .succession(recipient, on)
                .filter(succession -> succession.answering().id().equals(municipality))
                .isPresent();
    }
}
