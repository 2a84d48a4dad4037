package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Sets a participant of a joint application free, with its share: the participant itself does, or an adviser for it. The
 * others go on asking for their shares, and the participant may apply on its own.
 */
@ApplicationScoped
public class ReleaseParticipant {
    /** What became of it. */
    public sealed interface Outcome {
        /** The participant is free; where its share was all that was asked for, the application is withdrawn. */
        record Released(Application application) implements Outcome {}

        /** Only from what is submitted and not decided can anybody be set free. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** The municipality does not share in the application. */
        record NotAParticipant() implements Outcome {}

        /** The host is not set free of its own application; it withdraws it. */
        record IsTheHost() implements Outcome {}

        /** A municipality sets itself free and no other. */
        record OfAnother() implements Outcome {}

        /** Nothing that the caller may see is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final CallerSight sight;
    private final Impartiality impartiality;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ReleaseParticipant(
            Applications applications,
            CallerSight sight,
            Impartiality impartiality,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.sight = sight;
        this.impartiality = impartiality;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome release(ApplicationId id, MunicipalityNumber number, String reason) {
        var found = applications.lock(id);
        var seen = found.filter(application -> application.isSeenWith(sight.get()));
        if (found.isPresent() && seen.isEmpty()) {
            sight.refused("application.participant-released", id.toString());
        }
        return seen.map(application -> release(application, number, reason)).orElseGet(Outcome.UnknownApplication::new);
    }

    private Outcome release(Application application, MunicipalityNumber number, String reason) {
        impartiality.require("application.participant-released", application.scheme());
        if (application.status() != ApplicationStatus.SUBMITTED) {
            return new Outcome.NotSubmitted(application.status());
        }
        var participant = application.participants().stream()
                .filter(one -> one.number().equals(number))
                .findFirst();
        return participant
                .flatMap(one -> hindrance(application, one))
                .or(() -> participant.map(one -> released(application, one, reason)))
                .orElseGet(Outcome.NotAParticipant::new);
    }

    private Optional<Outcome> hindrance(Application application, ParticipantShare participant) {
        if (sight.get() instanceof Sight.Own own && !own.covers(participant.municipality())) {
            return Optional.of(new Outcome.OfAnother());
        }
        return participant.municipality().equals(application.host())
                ? Optional.of(new Outcome.IsTheHost())
                : Optional.empty();
    }

    private Outcome released(Application application, ParticipantShare participant, String reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var release = new Application.Release(participant, by(sight.get()), now, reason);
        var left = application.participants().stream()
                .anyMatch(one -> !one.equals(participant) && one.share().isPositive());
        var changed = left ? application.released(release) : application.withdrawn(reason, now);
        applications.change(changed);
        if (left) {
            applications.release(application.id(), participant.municipality());
        } else {
            applications.release(application.id());
        }
        outbox.append(ApplicationV1.of(changed));
        audit.decision(
                "application.participant-released",
                application.id().toString(),
                Map.of(
                        "number",
                        participant.number().value(),
                        "share",
                        participant.share().toString(),
                        "by",
                        release.by().code()));
        return new Outcome.Released(changed);
    }

    private static ReleasedBy by(Sight sight) {
        return switch (sight) {
            case Sight.Own own -> ReleasedBy.PARTICIPANT;
            case Sight.Everything everything -> ReleasedBy.DIRECTORATE;
            case Sight.Counties some -> ReleasedBy.DIRECTORATE;
            case Sight.Nothing nothing -> throw new IllegalStateException("Nobody releases what nobody sees");
        };
    }
}
