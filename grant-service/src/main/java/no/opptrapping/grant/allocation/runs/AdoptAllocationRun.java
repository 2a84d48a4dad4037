package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.frames.FrameChanges;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.platform.access.AuditLog;

/**
 * Adopts (<i>vedtar</i>) a simulated run: the applications are decided and the awards or framework allocations made, in
 * one transaction, by another person than the one who made the run. Of two adoptions at the same time one wins.
 */
@ApplicationScoped
public class AdoptAllocationRun {
    /**
     * Who adopts which run.
     *
     * @param confirmSuperseded although newer inputs are known
     * @param confirmRepeated although the same division of the scheme's year has been adopted before
     */
    public record Command(RunId run, String adoptedBy, boolean confirmSuperseded, boolean confirmRepeated) {}

    private final AllocationRuns runs;
    private final Disqualifications disqualifications;
    private final AdoptionRules rules;
    private final DecideCalls decideCalls;
    private final MakeAllocations makeAllocations;
    private final OwnRuns ownRuns;
    private final Corrections corrections;
    private final AdoptCorrection adoptCorrection;
    private final Preliminaries preliminaries;
    private final FrameChanges frames;
    private final FollowPreliminaries follow;
    private final AuditLog audit;
    private final Clock clock;

    AdoptAllocationRun(
            AllocationRuns runs,
            Disqualifications disqualifications,
            AdoptionRules rules,
            DecideCalls decideCalls,
            MakeAllocations makeAllocations,
            OwnRuns ownRuns,
            Corrections corrections,
            AdoptCorrection adoptCorrection,
            Preliminaries preliminaries,
            FrameChanges frames,
            FollowPreliminaries follow,
            AuditLog audit,
            Clock clock) {
        this.runs = runs;
        this.disqualifications = disqualifications;
        this.rules = rules;
        this.decideCalls = decideCalls;
        this.makeAllocations = makeAllocations;
        this.ownRuns = ownRuns;
        this.corrections = corrections;
        this.adoptCorrection = adoptCorrection;
        this.preliminaries = preliminaries;
        this.frames = frames;
        this.follow = follow;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public AdoptionOutcome adopt(Command command) {
        var found = runs.lock(command.run());
        if (found.isEmpty()) {
            return new AdoptionOutcome.Unknown();
        }
        var run = found.get();
        var inputs = run.readInputs();
        if (!ownRuns.has(inputs.parameters())) {
            denied(run, "another decides by it");
            return ownRuns.own().isPresent() ? new AdoptionOutcome.Unknown() : new AdoptionOutcome.DecidedByTheOffice();
        }
        if (run.madeBy().equals(command.adoptedBy())) {
            denied(run, "made by the same person");
            return new AdoptionOutcome.MadeBySamePerson();
        }
        if (disqualifications.covers(command.adoptedBy(), run.scheme())) {
            denied(run, "disqualified");
            return new AdoptionOutcome.Disqualified();
        }
        if (run.isAdopted()) {
            return new AdoptionOutcome.AlreadyAdopted();
        }
        if (preliminaries.of(run.id()).isPresent()) {
            return new AdoptionOutcome.OnlyPreliminary();
        }
        if (frames.isDivided(run.id().value())) {
            return new AdoptionOutcome.DividedAsFrames();
        }
        if (!inputs.parameters().canBeAdopted()) {
            return new AdoptionOutcome.NotForAdoption();
        }
        var result = new RunDivision(inputs).giving(run.resultHash());
        if (result.isEmpty()) {
            return new AdoptionOutcome.NotReproducible();
        }
        var adoption =
                new AllocationRun.Adoption(command.adoptedBy(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        var handover = new Handover(run, inputs, result.get(), adoption);
        var correction = corrections.of(run.id());
        if (correction.isPresent()) {
            return adoptCorrection
                    .adopt(handover, correction.get(), command.confirmSuperseded())
                    .orElseGet(() -> adopted(run, adoption));
        }
        return rules.brokenBy(handover, command)
                .or(() -> decideCalls.decide(handover))
                .or(() -> makeAllocations.make(handover))
                .orElseGet(() -> adopted(run, adoption));
    }

    private AdoptionOutcome adopted(AllocationRun run, AllocationRun.Adoption adoption) {
        runs.adopted(run.id(), adoption);
        follow.by(run, adoption.at());
        audit.decision(
                "allocation-run.adopted",
                run.id().toString(),
                Map.of(
                        "inputHash", run.inputHash(),
                        "resultHash", run.resultHash(),
                        "sum", run.sum().toString()));
        return new AdoptionOutcome.Adopted(run.with(adoption));
    }

    private void denied(AllocationRun run, String because) {
        audit.denied("allocation-run.adopted", run.id().toString(), Map.of("because", because));
    }
}
