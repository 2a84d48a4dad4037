package no.opptrapping.grant.cases;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.BiFunction;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.Role;

/**
 * Takes a case, hands it over to a named person, or releases it. Whoever holds a case moves it; a decision-maker moves
 * everybody's, and what a disqualified person holds is anybody's to take.
 */
@ApplicationScoped
public class MoveCase {
    /** What became of it. */
    public sealed interface Outcome {
        /** Where the case is now; empty when nobody holds it. */
        record Moved(ApplicationId id, Optional<Holding> holding) implements Outcome {}

        /** Somebody else holds it. */
        record HeldByAnother(String holder) implements Outcome {}

        /** Nobody holds it, so that nobody lets go of it. */
        record HeldByNobody() implements Outcome {}

        /** The application is withdrawn or decided. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** The one who was to have it is disqualified in the scheme. */
        record ReceiverDisqualified() implements Outcome {}

        /** There is no such application that is submitted. */
        record UnknownCase() implements Outcome {}
    }

    private static final String ACT = "case.";

    private final Cases cases;
    private final Applications applications;
    private final Calls calls;
    private final Disqualifications disqualifications;
    private final Impartiality impartiality;
    private final Delegation delegation;
    private final AuditLog audit;
    private final Clock clock;

    MoveCase(
            Cases cases,
            Applications applications,
            Calls calls,
            Disqualifications disqualifications,
            Impartiality impartiality,
            Delegation delegation,
            AuditLog audit,
            Clock clock) {
        this.cases = cases;
        this.applications = applications;
        this.calls = calls;
        this.disqualifications = disqualifications;
        this.impartiality = impartiality;
        this.delegation = delegation;
        this.audit = audit;
        this.clock = clock;
    }

    /** The person takes the case; nothing changes when they hold it already. */
    @Transactional
    public Outcome take(ApplicationId id, Caller.Staff by) {
        return move(id, CaseMove.Kind.TAKEN, (application, held) -> {
            if (held.filter(one -> !isDisqualified(one.holder(), application)).isPresent()) {
                return heldByThem(id, held.get(), by.subject());
            }
            return moved(id, CaseMove.Kind.TAKEN, held, Optional.of(by.subject()), by, Optional.empty());
        });
    }

    /** The person gives the case to another one. */
    @Transactional
    public Outcome handOver(ApplicationId id, String to, String reason, Caller.Staff by) {
        return move(id, CaseMove.Kind.HANDED_OVER, (application, held) -> {
            if (isDisqualified(to, application)) {
                return new Outcome.ReceiverDisqualified();
            }
            var hindrance = hindrance(held, by);
            if (hindrance.isPresent()) {
                return hindrance.get();
            }
            return held.filter(one -> one.holder().equals(to)).isPresent()
                    ? new Outcome.Moved(id, held)
                    : moved(id, CaseMove.Kind.HANDED_OVER, held, Optional.of(to), by, Optional.of(reason));
        });
    }

    /** The case is nobody's again. */
    @Transactional
    public Outcome release(ApplicationId id, Optional<String> reason, Caller.Staff by) {
        return move(id, CaseMove.Kind.RELEASED, (application, held) -> {
            if (held.isEmpty()) {
                return new Outcome.HeldByNobody();
            }
            return hindrance(held, by)
                    .orElseGet(() -> moved(id, CaseMove.Kind.RELEASED, held, Optional.empty(), by, reason));
        });
    }

    private Outcome move(
            ApplicationId id, CaseMove.Kind kind, BiFunction<Application, Optional<Holding>, Outcome> move) {
        var found = applications.lock(id).filter(one -> one.status() != ApplicationStatus.DRAFT);
        if (found.isEmpty()) {
            return new Outcome.UnknownCase();
        }
        var application = found.get();
        if (!delegation.lets(
                ACT + kind.code(),
                id,
                application.scheme(),
                () -> calls.find(application.call()).flatMap(Call::schemeVersion),
                application.host())) {
            return new Outcome.UnknownCase();
        }
        impartiality.require(ACT + kind.code(), application.scheme());
        return application.status().isPending()
                ? move.apply(application, cases.holding(id))
                : new Outcome.NotSubmitted(application.status());
    }

    private static Outcome heldByThem(ApplicationId id, Holding held, String by) {
        return held.holder().equals(by)
                ? new Outcome.Moved(id, Optional.of(held))
                : new Outcome.HeldByAnother(held.holder());
    }

    /** Only the holder and a decision-maker move a case; one that nobody holds, the latter alone. */
    private static Optional<Outcome> hindrance(Optional<Holding> held, Caller.Staff by) {
        if (by.is(Role.DECISION_MAKER)
                || held.filter(one -> one.holder().equals(by.subject())).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(held.<Outcome>map(one -> new Outcome.HeldByAnother(one.holder()))
                .orElseGet(Outcome.HeldByNobody::new));
    }

    private Outcome moved(
            ApplicationId id,
            CaseMove.Kind kind,
            Optional<Holding> from,
            Optional<String> to,
            Caller.Staff by,
            Optional<String> reason) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var holding = to.map(holder -> new Holding(holder, by.subject(), now));
        holding.ifPresentOrElse(one -> cases.hold(id, one), () -> cases.letGo(id));
        cases.add(id, new CaseMove(kind, from.map(Holding::holder), to, by.subject(), now, reason));
        record(id, kind, from, to, now);
        return new Outcome.Moved(id, holding);
    }

    private void record(ApplicationId id, CaseMove.Kind kind, Optional<Holding> from, Optional<String> to, Instant at) {
        var details = new HashMap<String, String>();
        details.put("at", at.toString());
        from.ifPresent(one -> details.put("from", one.holder()));
        to.ifPresent(one -> details.put("to", one));
        audit.decision(ACT + kind.code(), id.toString(), details);
    }

    private boolean isDisqualified(String person, Application application) {
        return disqualifications.covers(person, application.scheme());
    }
}
