package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * Changes an announced call: extends its deadline, corrects what was wrong, or cancels it, each with a reason that
 * everybody can read. What applicants have written stays as it is.
 */
@ApplicationScoped
public class ChangeCall {
    /** What became of it. */
    public sealed interface Outcome {
        /** The call as it is now. */
        record Changed(Call call) implements Outcome {}

        /** The call is not announced, or is over. */
        record NotAnnounced(CallStatus status) implements Outcome {}

        /** Its deadline has passed, and who was late then is not let in by moving it. */
        record DeadlinePassed() implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such call. */
        record UnknownCall() implements Outcome {}
    }

    /** What is to be put right; what is empty stays. */
    public record Correction(
            Optional<LocalisedText> title,
            Optional<Kroner> budget,
            Optional<List<CallDocument>> documents,
            Optional<List<Round>> rounds) {}

    private final Calls calls;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final TellOfCalls tell;
    private final Clock clock;

    ChangeCall(Calls calls, Outbox outbox, AuditLog audit, Impartiality impartiality, TellOfCalls tell, Clock clock) {
        this.tell = tell;
        this.calls = calls;
        this.outbox = outbox;
        this.audit = audit;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    /** Moves the deadline to a later moment, while the call still takes applications or is to. */
    @Transactional
    public Outcome extend(CallId id, Instant deadline, String reason, String by) {
        return change(id, (call, now) -> {
            if (!call.isOnTime(now)) {
                return new Outcome.DeadlinePassed();
            }
            if (!deadline.isAfter(call.deadline())) {
                return new Outcome.Refused(List.of(BrokenRule.of(
                        "call.deadline-not-later",
                        "/deadline",
                        "deadline",
                        call.deadline().toString())));
            }
            return new Outcome.Changed(call.extended(
                    deadline, new CallChange(CallChange.Kind.EXTENDED, by, now, reason, call.deadline())));
        });
    }

    /** Puts right what is wrong in title, budget, documents or the rounds that are not decided. */
    @Transactional
    public Outcome correct(CallId id, Correction correction, String reason, String by) {
        return change(id, (call, now) -> {
            var broken = brokenBy(correction, call);
            return broken.isEmpty()
                    ? new Outcome.Changed(call.corrected(
                            correction.title(),
                            correction.budget(),
                            correction.documents(),
                            correction.rounds(),
                            new CallChange(CallChange.Kind.CORRECTED, by, now, reason, null)))
                    : new Outcome.Refused(broken);
        });
    }

    /** Says that the form is put right, which is done in the same transaction, while there is still time to answer it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome correctForm(CallId id, String reason, String by) {
        return change(
                id,
                (call, now) -> call.isOnTime(now)
                        ? new Outcome.Changed(call.corrected(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new CallChange(CallChange.Kind.CORRECTED, by, now, reason, null)))
                        : new Outcome.DeadlinePassed());
    }

    /** Calls it off: applications are neither taken nor decided. */
    @Transactional
    public Outcome cancel(CallId id, String reason, String by) {
        return change(
                id,
                (call, now) -> new Outcome.Changed(
                        call.cancelled(new CallChange(CallChange.Kind.CANCELLED, by, now, reason, null))));
    }

    private Outcome change(CallId id, BiFunction<Call, Instant, Outcome> change) {
        var found = calls.lock(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownCall();
        }
        impartiality.require("call.changed", found.get().scheme());
        if (found.get().status() != CallStatus.ANNOUNCED) {
            return new Outcome.NotAnnounced(found.get().status());
        }
        var outcome = change.apply(found.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (outcome instanceof Outcome.Changed(var changed)) {
            calls.change(changed);
            outbox.append(CallV1.of(changed));
            tell.changed(changed);
            var last = changed.changes().getLast();
            audit.decision(
                    "call.changed", id.toString(), Map.of("change", last.kind().code(), "reason", last.reason()));
        }
        return outcome;
    }

    private static List<BrokenRule> brokenBy(Correction correction, Call call) {
        var broken = new ArrayList<BrokenRule>();
        if (correction.equals(new Correction(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()))) {
            broken.add(BrokenRule.of("call.nothing-to-correct", ""));
        }
        correction
                .budget()
                .filter(budget -> !budget.isPositive())
                .ifPresent(
                        budget -> broken.add(BrokenRule.of("call.budget-not-positive", "/budget", "amount", budget)));
        correction.rounds().ifPresent(rounds -> broken.addAll(RoundRules.brokenBy(call.parts(), rounds)));
        if (correction.rounds().isPresent() || correction.budget().isPresent()) {
            broken.addAll(RoundRules.brokenBy(
                    correction.rounds().orElse(call.parts().rounds()),
                    call.opensOn(),
                    call.deadline(),
                    correction.budget().orElse(call.budget())));
        }
        return broken;
    }
}
