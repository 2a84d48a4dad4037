package no.opptrapping.grant.dispensations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/** Grants or refuses a dispensation that another person has proposed. */
@ApplicationScoped
public class DecideDispensation {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is granted or refused, for good. */
        record Decided(Dispensation dispensation) implements Outcome {}

        /** The one who proposed it may not decide it. */
        record SamePerson() implements Outcome {}

        /** It has been decided before. */
        record DecidedBefore(Dispensation.State state) implements Outcome {}

        /** What it would grant is over already. */
        record TooLate() implements Outcome {}

        /** The call is decided or called off, so that nothing can be granted. */
        record CallNotAnnounced(CallStatus status) implements Outcome {}

        /** There is no such dispensation. */
        record UnknownDispensation() implements Outcome {}
    }

    /** There are fewer municipalities. */
    private static final int MOST_AT_ONCE = 500;

    private final Dispensations dispensations;
    private final Calls calls;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DecideDispensation(
            Dispensations dispensations, Calls calls, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.dispensations = dispensations;
        this.calls = calls;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome decide(DispensationId id, boolean granted, String reason, String by) {
        return dispensations
                .lock(id)
                .map(proposed -> decide(proposed, granted, reason, by))
                .orElseGet(Outcome.UnknownDispensation::new);
    }

    /**
     * The same decision for everybody whom an outage hit, in one transaction.
     *
     * @return what became of each proposal that nobody had decided; empty when there is no such outage
     */
    @Transactional
    public Optional<List<Outcome>> decideAll(UUID outage, boolean granted, String reason, String by) {
        return dispensations.isOutage(outage)
                ? Optional.of(dispensations.proposedFor(outage, MOST_AT_ONCE).stream()
                        .map(id -> decide(id, granted, reason, by))
                        .toList())
                : Optional.empty();
    }

    private Outcome decide(Dispensation proposed, boolean granted, String reason, String by) {
        impartiality.require("dispensation.decided", proposed.scheme());
        if (proposed.decision().isPresent()) {
            return new Outcome.DecidedBefore(proposed.state());
        }
        if (proposed.proposedBy().equals(by)) {
            audit.denied("dispensation.decided", proposed.id().toString(), Map.of("reason", "proposed by the same"));
            return new Outcome.SamePerson();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // Held until the end, so that whoever decides the call's applications sees the dispensation or comes first.
        var call = calls.lockShared(proposed.call()).orElseThrow();
        if (granted && call.status() != CallStatus.ANNOUNCED) {
            return new Outcome.CallNotAnnounced(call.status());
        }
        if (granted && now.isAfter(proposed.until())) {
            return new Outcome.TooLate();
        }
        var decided = proposed.decided(new Dispensation.Decision(granted, by, now, reason));
        dispensations.decide(decided);
        audit.decision(
                "dispensation.decided",
                proposed.id().toString(),
                Map.of("state", decided.state().code(), "until", decided.until().toString()));
        return new Outcome.Decided(decided);
    }
}
