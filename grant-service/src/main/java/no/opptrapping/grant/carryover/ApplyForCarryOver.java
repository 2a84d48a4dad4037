package no.opptrapping.grant.carryover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Takes the application of a municipality to carry over more than the rules let it keep without asking. */
@ApplicationScoped
public class ApplyForCarryOver {
    /**
     * The application as sent.
     *
     * @param appliedBy the person who signs for the municipality
     */
    public record Command(CarryOverId id, Kroner amount, String reasons, String appliedBy) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for an adviser. */
        record Applied(CarryOver carryOver) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The scheme's rules let nobody apply. */
        record NotByApplication() implements Outcome {}

        /** There is nothing to apply for, or it has been applied for. */
        record NotOpen(CarryOver.State state) implements Outcome {}

        /** There is no such carry-over, or it is not the caller's. */
        record Unknown() implements Outcome {}
    }

    private final CarryOvers carryOvers;
    private final LockCarryOver lock;
    private final KeepCarryOver keep;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    ApplyForCarryOver(
            CarryOvers carryOvers,
            LockCarryOver lock,
            KeepCarryOver keep,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.carryOvers = carryOvers;
        this.lock = lock;
        this.keep = keep;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome apply(Command command) {
        // Nobody waits for what is not theirs: who may see it is asked before anything is locked.
        return carryOvers
                .find(command.id())
                .filter(found -> sight.reaches(found.recipient(), "carry-over.applied", command.id()))
                .flatMap(_ -> lock.lock(command.id()))
                .map(found -> apply(found, command))
                .orElseGet(Outcome.Unknown::new);
    }

    private Outcome apply(LockCarryOver.Locked found, Command command) {
        var open = found.carryOver();
        if (!open.terms().byApplication()) {
            return new Outcome.NotByApplication();
        }
        if (open.state() != CarryOver.State.OPEN) {
            return new Outcome.NotOpen(open.state());
        }
        if (!command.amount().isPositive()) {
            return new Outcome.Refused(List.of(BrokenRule.of("validation.too-small", "/amount")));
        }
        if (command.amount().compareTo(found.available()) > 0) {
            return new Outcome.Refused(
                    List.of(BrokenRule.of("carry-over.more-than-unspent", "/amount", "left", found.available())));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var request = new CarryOver.Request(
                UUID.randomUUID(),
                open.requests().size() + 1,
                CarryOver.Kind.APPLICATION,
                command.amount(),
                open.unspent(),
                command.reasons().strip(),
                command.appliedBy().strip(),
                now,
                Optional.empty(),
                Optional.empty());
        var applied = keep.keep(Optional.of(open), open.with(request, now), found.award());
        audit.decision(
                "carry-over.applied",
                open.id().toString(),
                Map.of("amount", command.amount().toString()));
        return new Outcome.Applied(applied);
    }
}
