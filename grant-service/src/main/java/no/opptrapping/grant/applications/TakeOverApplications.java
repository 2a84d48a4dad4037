package no.opptrapping.grant.applications;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Hands a ceased municipality's applications to the one that answers for them, and its share of others' that wait for a
 * decision. What an application becomes depends only on who began it, the date and what is known of the register, so it
 * may be done again and again.
 */
@ApplicationScoped
public class TakeOverApplications {
    /** What became of one application. */
    public sealed interface Outcome {
        /** Others apply now. */
        record TakenOver(Application application) implements Outcome {}

        /** Nobody else answers for it than those that apply, or it is not known who does. */
        record Unchanged() implements Outcome {}
    }

    private final Applications applications;
    private final KnownMunicipalities municipalities;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    TakeOverApplications(
            Applications applications, KnownMunicipalities municipalities, Outbox outbox, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.municipalities = municipalities;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The applications that a municipality that has ceased takes part in. */
    @Transactional
    public List<ApplicationId> ofCeased() {
        var ceased = municipalities.ceasedBy(BusinessDates.today(clock));
        return ceased.isEmpty() ? List.of() : applications.involving(ceased);
    }

    /** Hands the application over if it is time. */
    @Transactional
    @CanIgnoreReturnValue
    public Outcome takeOver(ApplicationId id) {
        var today = BusinessDates.today(clock);
        var application = applications.lock(id).orElseThrow(() -> new IllegalArgumentException("No application " + id));
        var succession = municipalities.succession(application.begunBy(), today);
        var shares = application.status().isPending()
                ? taken(application.participants(), today)
                : application.participants();
        if (succession.isEmpty() || isSame(application, succession.get(), shares)) {
            return new Outcome.Unchanged();
        }
        var taken = application.takenOver(
                succession.get().answering(), succession.get().steps(), shares);
        applications.change(taken);
        if (taken.status().isPending()) {
            // Bound like the others of the call; one that already takes part in another application stays with both.
            shares.stream()
                    .filter(share -> share.binds(taken.host()))
                    .forEach(share -> applications.claim(taken.call(), share.municipality(), id));
        }
        if (taken.status() != ApplicationStatus.DRAFT) {
            outbox.append(ApplicationV1.of(taken));
        }
        audit.decision(
                "application.taken-over",
                id.toString(),
                Map.of(
                        "from", application.hostNumber().value(),
                        "to", taken.hostNumber().value()));
        return new Outcome.TakenOver(taken);
    }

    private static boolean isSame(Application application, Succession succession, List<ParticipantShare> shares) {
        return application.takeovers().equals(succession.steps())
                && application.participants().equals(shares);
    }

    /** Each share with the one that answers for it today; what comes together is added up. */
    private List<ParticipantShare> taken(List<ParticipantShare> shares, LocalDate today) {
        var byMunicipality = new LinkedHashMap<MunicipalityId, ParticipantShare>();
        for (var share : shares) {
            var moved = answering(share.municipality(), today)
                    .map(known -> new ParticipantShare(known.id(), known.number(), share.share()))
                    .orElse(share);
            byMunicipality.merge(
                    moved.municipality(),
                    moved,
                    (one, other) -> new ParticipantShare(
                            one.municipality(), one.number(), one.share().plus(other.share())));
        }
        return List.copyOf(byMunicipality.values());
    }

    /** Who has taken over from the municipality; empty while it exists itself. */
    private Optional<KnownMunicipality> answering(MunicipalityId municipality, LocalDate today) {
        return municipalities
                .succession(municipality, today)
                .filter(succession -> !succession.steps().isEmpty())
                .map(Succession::answering);
    }
}
