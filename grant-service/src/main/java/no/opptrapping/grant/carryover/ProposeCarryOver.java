package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * Proposes a decision of an application to carry over, or what is to remain carried over when a corrected report says that
 * less is unspent. Another person decides.
 */
@ApplicationScoped
public class ProposeCarryOver {
    /**
     * What is proposed.
     *
     * @param amount what is to be carried over of what is applied for, or what is to remain; zero: nothing
     * @param by the subject of the person
     */
    public record Command(CarryOverId id, Kroner amount, String reason, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for another person. */
        record Proposed(CarryOver carryOver) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is nothing to propose a decision of. */
        record NotWaiting(CarryOver.State state) implements Outcome {}

        /** There is no such carry-over. */
        record Unknown() implements Outcome {}
    }

    private final LockCarryOver lock;
    private final KeepCarryOver keep;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ProposeCarryOver(LockCarryOver lock, KeepCarryOver keep, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.lock = lock;
        this.keep = keep;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome propose(Command command) {
        return lock.lock(command.id()).map(found -> propose(found, command)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome propose(LockCarryOver.Locked found, Command command) {
        var before = found.carryOver();
        impartiality.require("carry-over.proposed", before.scheme());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var request = switch (before.state()) {
            case APPLIED -> before.pending();
            case EXCEEDED -> Optional.of(correction(before, command, now));
            case OPEN, PROPOSED, SETTLED -> Optional.<CarryOver.Request>empty();
        };
        if (request.isEmpty()) {
            return new Outcome.NotWaiting(before.state());
        }
        var broken = DecisionRules.brokenBy(found, request.get(), command.amount());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var word = new CarryOver.Word(command.amount(), command.reason().strip(), command.by(), now);
        var after = keep.keep(Optional.of(before), before.with(request.get().proposed(word), now), found.award());
        audit.decision(
                "carry-over.proposed",
                before.id().toString(),
                Map.of("amount", command.amount().toString()));
        return new Outcome.Proposed(after);
    }

    private static CarryOver.Request correction(CarryOver exceeded, Command command, Instant now) {
        return new CarryOver.Request(
                UUID.randomUUID(),
                exceeded.requests().size() + 1,
                CarryOver.Kind.CORRECTION,
                exceeded.carried(),
                exceeded.unspent(),
                command.reason().strip(),
                command.by(),
                now,
                Optional.empty(),
                Optional.empty());
    }
}
