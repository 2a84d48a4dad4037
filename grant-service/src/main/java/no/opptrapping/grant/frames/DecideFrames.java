package no.opptrapping.grant.frames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/** Adopts, as a second person at the Directorate, a proposed change of frames, or rejects it. Of two at once one wins. */
@ApplicationScoped
public class DecideFrames {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is adopted and stands in the ledger, or it is rejected. */
        record Decided(FrameChange change) implements Outcome {}

        /** The person proposed it, and a second one must adopt. */
        record ProposedBySamePerson() implements Outcome {}

        /** It has been decided before. */
        record DecidedBefore(FrameChange.Status status) implements Outcome {}

        /** Rules stand in the way as things are now. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such change. */
        record Unknown() implements Outcome {}
    }

    private final FrameChanges changes;
    private final RunAmounts runs;
    private final RunFrames runFrames;
    private final Ledger ledger;
    private final KnownOffices offices;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DecideFrames(
            FrameChanges changes,
            RunAmounts runs,
            RunFrames runFrames,
            Ledger ledger,
            KnownOffices offices,
            Impartiality impartiality,
            AuditLog audit,
            Clock clock) {
        this.changes = changes;
        this.runs = runs;
        this.runFrames = runFrames;
        this.ledger = ledger;
        this.offices = offices;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Adopts it: the frames are what it says, and their money is the offices' to award. */
    @Transactional
    public Outcome adopt(FrameChangeId id, String by) {
        var found = changes.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var change = found.get();
        impartiality.require("frames.adopted", change.scheme());
        if (change.status() != FrameChange.Status.PROPOSED) {
            return new Outcome.DecidedBefore(change.status());
        }
        if (change.proposed().by().equals(by)) {
            audit.denied("frames.adopted", id.toString(), Map.of("reason", "proposed by the same person"));
            return new Outcome.ProposedBySamePerson();
        }
        // The run before the ledger, in the order of whoever adopts the run itself.
        change.run().ifPresent(runs::hold);
        var available = ledger.lockAvailable(change.scheme(), change.year());
        var frames = YearFrames.of(available, ledger.frames(change.scheme(), change.year()));
        var broken = frames.brokenBy(change.lines());
        broken.addAll(ceased(change));
        broken.addAll(notOfTheRun(change, frames));
        var today = BusinessDates.today(clock);
        FlowBackRule.brokenBy(
                        change.lines(),
                        change.unusedBackOn().or(() -> changes.unusedBackOn(change.scheme(), change.year())),
                        today)
                .ifPresent(broken::add);
        return broken.isEmpty() ? new Outcome.Decided(adopted(change, by)) : new Outcome.Refused(broken);
    }

    /** What was to change when it was proposed is not what is to change now: the frames or the run are others since. */
    private List<BrokenRule> notOfTheRun(FrameChange change, YearFrames frames) {
        return change.run()
                .map(run -> runFrames.of(run, change.scheme(), change.year(), frames, BusinessDates.today(clock)))
                .map(now -> switch (now) {
                    case RunFrames.Outcome.Refused(var broken) -> broken;
                    case RunFrames.Outcome.Summed(var lines) ->
                        Set.copyOf(lines).equals(Set.copyOf(change.lines()))
                                ? List.<BrokenRule>of()
                                : List.of(BrokenRule.of("frame.division-changed", "/runId"));
                })
                .orElse(List.of());
    }

    private List<BrokenRule> ceased(FrameChange change) {
        var today = BusinessDates.today(clock);
        var known = offices.get();
        return IntStream.range(0, change.lines().size())
                .filter(at -> !known.exists(change.lines().get(at).office(), today))
                .mapToObj(at -> BrokenRule.of(
                        "frame.office-unknown",
                        "/lines/" + at + "/countyGovernorOfficeId",
                        "office",
                        known.name(change.lines().get(at).office(), today),
                        "today",
                        today))
                .toList();
    }

    /** Has a change that nothing stands in the way of be adopted and posted. */
    @Transactional(TxType.MANDATORY)
    FrameChange adopted(FrameChange change, String by) {
        var act = new FrameChange.Act(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var adopted = change.decided(FrameChange.Status.ADOPTED, act);
        changes.decide(adopted);
        // What is given back first: what another gets may be that.
        ledger.post(change.lines().stream()
                .sorted((one, other) -> one.amount().compareTo(other.amount()))
                .map(line -> Posting.authorised(
                        change.scheme(),
                        change.year(),
                        line.office(),
                        change.id().value(),
                        line.amount(),
                        by,
                        act.at()))
                .toList());
        audit.decision(
                "frames.adopted",
                change.id().toString(),
                Map.of("kind", change.kind().code()));
        return adopted;
    }

    /** Rejects it, also as the one who proposed it: nothing has come of it. */
    @Transactional
    public Outcome reject(FrameChangeId id, String by) {
        var found = changes.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var change = found.get();
        impartiality.require("frames.rejected", change.scheme());
        if (change.status() != FrameChange.Status.PROPOSED) {
            return new Outcome.DecidedBefore(change.status());
        }
        var rejected = change.decided(
                FrameChange.Status.REJECTED,
                new FrameChange.Act(by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        changes.decide(rejected);
        audit.decision(
                "frames.rejected", id.toString(), Map.of("kind", change.kind().code()));
        return new Outcome.Decided(rejected);
    }
}
