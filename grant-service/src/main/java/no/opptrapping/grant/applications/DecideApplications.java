package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.CloseCall;
import no.opptrapping.grant.dispensations.Dispensations;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.Kroner;

/** Decides (vedtar) every submitted application of a call when its allocation run is adopted. */
@ApplicationScoped
public class DecideApplications {
    /** What became of it. */
    public sealed interface Outcome {
        /** Every submitted application of the call is approved or rejected, and the call is closed. */
        record Decided(List<ApplicationId> approved, List<ApplicationId> rejected) implements Outcome {}

        /**
         * Nothing is changed: applications that were to get money are withdrawn, decided or of another call, or were
         * to get more than they asked for or less than nothing.
         */
        record NotAsAssumed(List<ApplicationId> applications) implements Outcome {}

        /** Nothing is changed: the call takes applications until the deadline, of everybody or of one municipality. */
        record CallNotOver(CallId call, Instant deadline) implements Outcome {}

        /** Nothing is changed: the call has not been announced, so that nobody can have applied. */
        record CallNotAnnounced(CallId call) implements Outcome {}

        /** Nothing is changed: the call's applications have been decided before. */
        record CallAlreadyDecided(CallId call) implements Outcome {}

        /** The call has been called off. */
        record CallCancelled(CallId call) implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final Dispensations dispensations;
    private final CloseCall closeCall;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecideApplications(
            Applications applications,
            Calls calls,
            Dispensations dispensations,
            CloseCall closeCall,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.dispensations = dispensations;
        this.closeCall = closeCall;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves those with an amount above zero and rejects every other submitted application of the call, in the
     * caller's transaction.
     *
     * @param awarded what each gets; those that are missing get nothing
     * @param decidedBy the subject of the person who adopted the run
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome decide(CallId id, Map<ApplicationId, Kroner> awarded, String decidedBy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var call = locked(id);
        var hindrance = hindrance(call, now);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        var submitted = applications.lockSubmitted(id);
        var wrong = wrong(submitted, awarded);
        return wrong.isEmpty() ? decide(call, submitted, awarded, decidedBy, now) : new Outcome.NotAsAssumed(wrong);
    }

    /**
     * What of the call itself stands in the way of deciding it; empty when nothing does. Until the caller's transaction
     * ends the call stays as it is, and so do its submitted applications.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Outcome> hindrance(CallId id) {
        var hindrance = hindrance(locked(id), clock.instant());
        applications.lockSubmitted(id);
        return hindrance;
    }

    private Call locked(CallId id) {
        return calls.lock(id).orElseThrow(() -> new IllegalArgumentException("No call " + id));
    }

    private Optional<Outcome> hindrance(Call call, Instant now) {
        return switch (call.status()) {
            case DRAFT -> Optional.of(new Outcome.CallNotAnnounced(call.id()));
            case ANNOUNCED ->
                call.isOnTime(now)
                        ? Optional.of(new Outcome.CallNotOver(call.id(), call.deadline()))
                        : dispensations
                                .openUntil(call.id(), now)
                                .map(until -> new Outcome.CallNotOver(call.id(), until));
            case CLOSED -> Optional.of(new Outcome.CallAlreadyDecided(call.id()));
            case CANCELLED -> Optional.of(new Outcome.CallCancelled(call.id()));
        };
    }

    private Outcome decide(
            Call call, List<Application> submitted, Map<ApplicationId, Kroner> awarded, String decidedBy, Instant now) {
        var decided = submitted.stream()
                .map(application -> application.decided(
                        new Application.Decision(now, decidedBy, awarded.getOrDefault(application.id(), Kroner.ZERO))))
                .toList();
        decided.forEach(this::store);
        outbox.append(decided.stream().map(ApplicationV1::of).toList());
        closeCall.close(call);
        return new Outcome.Decided(
                with(decided, ApplicationStatus.APPROVED), with(decided, ApplicationStatus.REJECTED));
    }

    /** Each decision is one that somebody can be asked about, so each has its own row in the audit log. */
    private void store(Application application) {
        applications.change(application);
        audit.decision(
                "application.decided",
                application.id().toString(),
                Map.of(
                        "outcome",
                        application.status().code(),
                        "awarded",
                        application
                                .decision()
                                .map(Application.Decision::awarded)
                                .orElse(Kroner.ZERO)
                                .toString()));
    }

    private static List<ApplicationId> wrong(List<Application> submitted, Map<ApplicationId, Kroner> awarded) {
        var byId = submitted.stream().collect(Collectors.toMap(Application::id, Function.identity()));
        return awarded.entrySet().stream()
                .filter(entry -> {
                    var application = byId.get(entry.getKey());
                    return Objects.isNull(application)
                            ? !entry.getValue().isZero()
                            : entry.getValue().isNegative() || entry.getValue().compareTo(application.asked()) > 0;
                })
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<ApplicationId> with(List<Application> decided, ApplicationStatus status) {
        return decided.stream()
                .filter(application -> application.status() == status)
                .map(Application::id)
                .toList();
    }
}
