package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.reported.HearReport;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Decides what another person has proposed of a carry-over: wholly, partly or not at all, with the reason. */
@ApplicationScoped
public class DecideCarryOver {
    /**
     * What is decided.
     *
     * @param amount what is carried over of what was applied for, or what remains: at most what is proposed; zero: nothing
     * @param by the subject of the person
     */
    public record Command(CarryOverId id, Kroner amount, String reason, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is decided, and the ledger has it. */
        record Decided(CarryOver carryOver) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The one who proposed it may not decide it. */
        record SamePerson() implements Outcome {}

        /** Nothing is proposed. */
        record NotProposed(CarryOver.State state) implements Outcome {}

        /** There is no such carry-over. */
        record Unknown() implements Outcome {}
    }

    private final LockCarryOver lock;
    private final KeepCarryOver keep;
    private final HearReport reports;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DecideCarryOver(
            LockCarryOver lock,
            KeepCarryOver keep,
            HearReport reports,
            Impartiality impartiality,
            AuditLog audit,
            Clock clock) {
        this.lock = lock;
        this.keep = keep;
        this.reports = reports;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome decide(Command command) {
        return lock.lock(command.id()).map(found -> decide(found, command)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome decide(LockCarryOver.Locked found, Command command) {
        var before = found.carryOver();
        impartiality.require("carry-over.decided", before.scheme());
        var request = before.pending();
        var proposal = request.flatMap(CarryOver.Request::proposal);
        if (request.isEmpty() || proposal.isEmpty()) {
            return new Outcome.NotProposed(before.state());
        }
        if (proposal.get().by().equals(command.by())) {
            audit.denied("carry-over.decided", before.id().toString(), Map.of("reason", "proposed by the same"));
            return new Outcome.SamePerson();
        }
        var broken = DecisionRules.brokenBy(found, request.get(), command.amount());
        return broken.isEmpty()
                ? new Outcome.Decided(decided(found, request.get(), command))
                : new Outcome.Refused(broken);
    }

    private CarryOver decided(LockCarryOver.Locked found, CarryOver.Request request, Command command) {
        var before = found.carryOver();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var word = new CarryOver.Word(command.amount(), command.reason().strip(), command.by(), now);
        var answered = before.with(request.decided(word), now);
        var change = switch (request.kind()) {
            case APPLICATION -> command.amount();
            case CORRECTION -> command.amount().minus(before.carried());
        };
        var cause = switch (request.kind()) {
            case APPLICATION -> CarryOver.Cause.DECISION;
            case CORRECTION -> CarryOver.Cause.CORRECTION;
        };
        var moved = change.isZero()
                ? answered
                : answered.stepped(cause, change, Optional.of(request.id()), command.by(), now);
        var after = keep.keep(Optional.of(before), moved, found.award());
        // What a report says that did not fit before is posted with what makes room for it.
        reports.settle(found.award().id().value(), before.from());
        tell(after, found.award(), request, word);
        audit.decision(
                "carry-over.decided",
                before.id().toString(),
                Map.of("amount", command.amount().toString()));
        return after;
    }

    private void tell(CarryOver after, Award award, CarryOver.Request request, CarryOver.Word word) {
        switch (request.kind()) {
            case APPLICATION ->
                keep.tell(
                        after,
                        award,
                        NoticeKind.CARRY_OVER_DECIDED,
                        Map.of("applied", request.amount(), "amount", word.amount(), "reason", word.reason()));
            case CORRECTION ->
                keep.tell(
                        after,
                        award,
                        NoticeKind.CARRY_OVER_CORRECTED,
                        Map.of("before", request.amount(), "amount", word.amount(), "reason", word.reason()));
        }
    }
}
