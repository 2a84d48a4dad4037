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
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.CloseCall;
import no.opptrapping.grant.dispensations.Dispensations;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.Kroner;

/** Decides (vedtar) every submitted application of a call, or of a part of it, when its allocation run is adopted. */
@ApplicationScoped
public class DecideApplications {
    /** What became of it. */
    public sealed interface Outcome {
        /** Every submitted application of the part is approved or rejected; after the last part the call is closed. */
        record Decided(List<ApplicationId> approved, List<ApplicationId> rejected) implements Outcome {}

        /**
         * Nothing is changed: applications that were to get money are withdrawn, decided or of another part, or were
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

        /** Nothing is changed: the call is divided otherwise, into rounds or among offices, or the office has ceased. */
        record NoSuchPart(CallPart part) implements Outcome {}

        /** Nothing is changed: the part has been decided before. */
        record PartDecided(CallPart part) implements Outcome {}

        /** Nothing is changed: an earlier round is to be decided first. */
        record EarlierRoundWaits(CallPart part, int earlier) implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final Scopes scopes;
    private final Dispensations dispensations;
    private final CloseCall closeCall;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecideApplications(
            Applications applications,
            Calls calls,
            Scopes scopes,
            Dispensations dispensations,
            CloseCall closeCall,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.scopes = scopes;
        this.dispensations = dispensations;
        this.closeCall = closeCall;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Approves those with an amount above zero and rejects every other submitted application of the part, in the
     * caller's transaction.
     *
     * @param awarded what each gets; those that are missing get nothing
     * @param run the adopted run
     * @param decidedBy the subject of the person who adopted it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome decide(CallPart part, Map<ApplicationId, Kroner> awarded, UUID run, String decidedBy) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var call = locked(part.call());
        var hindrance = hindrance(call, part, now);
        if (hindrance.isPresent()) {
            return hindrance.get();
        }
        var submitted = scopes.of(call, part).of(applications.lockSubmitted(call.id()));
        var wrong = wrong(submitted, awarded);
        if (!wrong.isEmpty()) {
            return new Outcome.NotAsAssumed(wrong);
        }
        var decided = submitted.stream()
                .map(application -> application.decided(new Application.Decision(
                        now, decidedBy, awarded.getOrDefault(application.id(), Kroner.ZERO), part.round())))
                .toList();
        decided.forEach(this::store);
        outbox.append(decided.stream().map(ApplicationV1::of).toList());
        closeCall.decided(
                call,
                new CallParts.Decided(part.round().orElse(null), part.office().orElse(null), run, now),
                part.equals(CallPart.whole(call.id())) || nothingIsLeft(call, now));
        return new Outcome.Decided(
                with(decided, ApplicationStatus.APPROVED), with(decided, ApplicationStatus.REJECTED));
    }

    /**
     * Approves an application after all, that was rejected because the money did not reach, in the caller's transaction.
     *
     * @throws IllegalArgumentException when it is not rejected, which the caller has seen
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void approve(ApplicationId id, Kroner awarded, Instant at, String by) {
        var application = applications
                .lock(id)
                .filter(one -> one.status() == ApplicationStatus.REJECTED)
                .orElseThrow(() -> new IllegalArgumentException("Not rejected: " + id));
        var approved = application.decided(
                new Application.Decision(at, by, awarded, application.decision().flatMap(Application.Decision::round)));
        store(approved);
        outbox.append(ApplicationV1.of(approved));
    }

    /**
     * What of the call itself stands in the way of deciding the part; empty when nothing does. Until the caller's
     * transaction ends the call stays as it is, and so do its submitted applications.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Optional<Outcome> hindrance(CallPart part) {
        var hindrance = hindrance(locked(part.call()), part, clock.instant());
        applications.lockSubmitted(part.call());
        return hindrance;
    }

    private Call locked(CallId id) {
        return calls.lock(id).orElseThrow(() -> new IllegalArgumentException("No call " + id));
    }

    private Optional<Outcome> hindrance(Call call, CallPart part, Instant now) {
        return switch (call.status()) {
            case DRAFT -> Optional.of(new Outcome.CallNotAnnounced(call.id()));
            case ANNOUNCED -> ofAnnounced(call, part, now);
            case CLOSED -> Optional.of(new Outcome.CallAlreadyDecided(call.id()));
            case CANCELLED -> Optional.of(new Outcome.CallCancelled(call.id()));
        };
    }

    private Optional<Outcome> ofAnnounced(Call call, CallPart part, Instant now) {
        if (!scopes.isPart(call, part)) {
            return Optional.of(new Outcome.NoSuchPart(part));
        }
        if (scopes.isDecided(call, part)) {
            return Optional.of(new Outcome.PartDecided(part));
        }
        return openUntil(call, part.round(), now)
                .<Outcome>map(until -> new Outcome.CallNotOver(call.id(), until))
                .or(() -> part.round().flatMap(round -> earlierWaits(call, part, round, now)));
    }

    /** Until when an application of the round can still come; empty when none can. */
    private Optional<Instant> openUntil(Call call, Optional<Integer> round, Instant now) {
        var until = call.takesUntil(round);
        if (!now.isAfter(until)) {
            return Optional.of(until);
        }
        return until.isBefore(call.deadline()) ? Optional.empty() : dispensations.openUntil(call.id(), now);
    }

    /** An earlier round that is not decided, unless nobody has come to it and nobody can. */
    private Optional<Outcome> earlierWaits(Call call, CallPart part, int round, Instant now) {
        var pending = applications.pending(call.id());
        var scope = scopes.of(call, part);
        return call.parts().numbers().stream()
                .filter(earlier -> earlier < round && !call.parts().isDecided(part.of(earlier)))
                .filter(earlier -> openUntil(call, Optional.of(earlier), now).isPresent()
                        || !scope.of(earlier).of(pending).isEmpty())
                .findFirst()
                .map(earlier -> new Outcome.EarlierRoundWaits(part, earlier));
    }

    /** Nobody can apply any more, and nobody who has applied waits. */
    private boolean nothingIsLeft(Call call, Instant now) {
        return openUntil(call, Optional.empty(), now).isEmpty()
                && applications.pending(call.id()).isEmpty();
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
