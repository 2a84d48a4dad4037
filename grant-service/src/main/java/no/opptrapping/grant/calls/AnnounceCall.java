package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.time.BusinessDates;

/** Announces (kunngjør) a call: another person than the one who made it. */
@ApplicationScoped
public class AnnounceCall {
    /** What became of it. */
    public sealed interface Outcome {
        /** Applications are taken from its first day until its deadline. */
        record Announced(Call call) implements Outcome {}

        /** The one who made a call, or wrote its form, may not announce it. */
        record SamePerson() implements Outcome {}

        /** It has been announced before. */
        record NotADraft(CallStatus status) implements Outcome {}

        /** Its deadline has passed, so nobody could apply. */
        record DeadlinePassed(Call call) implements Outcome {}

        /** No version of the scheme's rules is in force when it opens. */
        record NoRulesInForce(LocalDate day) implements Outcome {}

        /** There is no such call. */
        record UnknownCall(CallId id) implements Outcome {}
    }

    private final Calls calls;
    private final SchemeVersions versions;
    private final CallWriters writers;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final TellOfCalls tell;
    private final Clock clock;

    AnnounceCall(
            Calls calls,
            SchemeVersions versions,
            CallWriters writers,
            Outbox outbox,
            AuditLog audit,
            Impartiality impartiality,
            TellOfCalls tell,
            Clock clock) {
        this.tell = tell;
        this.impartiality = impartiality;
        this.calls = calls;
        this.versions = versions;
        this.writers = writers;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome announce(CallId id, String by) {
        return calls.lock(id).map(call -> announce(call, by)).orElseGet(() -> new Outcome.UnknownCall(id));
    }

    private Outcome announce(Call call, String by) {
        impartiality.require("call.announced", call.scheme());
        if (call.status() != CallStatus.DRAFT) {
            return new Outcome.NotADraft(call.status());
        }
        if (call.madeBy().equals(by) || writers.isWrittenBy(call.id(), by)) {
            audit.denied("call.announced", call.id().toString(), Map.of("reason", "call.maker-may-not-announce"));
            return new Outcome.SamePerson();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!call.isOnTime(now)) {
            return new Outcome.DeadlinePassed(call);
        }
        var opens = later(BusinessDates.of(now), call.opensOn());
        var rules = versions.inForce(call.scheme(), opens);
        if (rules.isEmpty()) {
            return new Outcome.NoRulesInForce(opens);
        }
        var announced = call.announced(by, now, rules.get().number());
        calls.change(announced);
        outbox.append(CallV1.of(announced));
        tell.announced(announced, rules.get());
        audit.decision(
                "call.announced",
                call.id().toString(),
                Map.of("deadline", call.deadline().toString()));
        return new Outcome.Announced(announced);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
