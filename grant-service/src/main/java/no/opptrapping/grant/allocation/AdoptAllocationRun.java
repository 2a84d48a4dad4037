package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.DecideApplications;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.framework.RecordFrameworkAllocations;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.values.Kroner;

/**
 * Adopts (<i>vedtar</i>) a simulated run: the applications are decided and the awards or framework allocations made, in
 * one transaction, by another person than the one who made the run. Of two adoptions at the same time one wins.
 */
@ApplicationScoped
public class AdoptAllocationRun {
    /** Who adopts which run; {@code confirmSuperseded}: although newer inputs are known. */
    public record Command(RunId run, String adoptedBy, boolean confirmSuperseded) {}

    /** What became of it. Everything but {@link Adopted} has changed nothing. */
    public sealed interface Outcome {
        /** The run is adopted. */
        record Adopted(AllocationRun run) implements Outcome {}

        /** There is no such run. */
        record Unknown() implements Outcome {}

        /** Somebody has adopted it before. */
        record AlreadyAdopted() implements Outcome {}

        /** The person made the run, and a second one must decide. */
        record MadeBySamePerson() implements Outcome {}

        /** The person is disqualified in the scheme. */
        record Disqualified() implements Outcome {}

        /** It is a run to learn from: only awards and incorporations are adopted. */
        record NotForAdoption() implements Outcome {}

        /** Newer inputs are known than those the run was computed from; which kinds. */
        record Superseded(List<String> changed) implements Outcome {}

        /** The appropriation no longer suffices. */
        record InsufficientFunds(Kroner available, Kroner needed) implements Outcome {}

        /** Applications that were to get money are withdrawn or decided. */
        record ApplicationsChanged(List<ApplicationId> applications) implements Outcome {}

        /** The call still takes applications. */
        record CallNotOver(CallId call) implements Outcome {}

        /** The framework scheme's year has been divided by another run. */
        record YearAlreadyDivided(UUID run) implements Outcome {}

        /** The engine no longer gives what the run showed; it must be simulated again. */
        record NotReproducible() implements Outcome {}
    }

    private final AllocationRuns runs;
    private final GatherInputs gatherInputs;
    private final Disqualifications disqualifications;
    private final DecideApplications decideApplications;
    private final MakeAwards makeAwards;
    private final RecordFrameworkAllocations recordFrameworkAllocations;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    AdoptAllocationRun(
            AllocationRuns runs,
            GatherInputs gatherInputs,
            Disqualifications disqualifications,
            DecideApplications decideApplications,
            MakeAwards makeAwards,
            RecordFrameworkAllocations recordFrameworkAllocations,
            Ledger ledger,
            AuditLog audit,
            Clock clock) {
        this.runs = runs;
        this.gatherInputs = gatherInputs;
        this.disqualifications = disqualifications;
        this.decideApplications = decideApplications;
        this.makeAwards = makeAwards;
        this.recordFrameworkAllocations = recordFrameworkAllocations;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome adopt(Command command) {
        var found = runs.lock(command.run());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var run = found.get();
        if (run.madeBy().equals(command.adoptedBy())) {
            audit.denied("allocation-run.adopted", run.id().toString(), Map.of("because", "made by the same person"));
            return new Outcome.MadeBySamePerson();
        }
        if (disqualifications.covers(command.adoptedBy(), run.scheme())) {
            audit.denied("allocation-run.adopted", run.id().toString(), Map.of("because", "disqualified"));
            return new Outcome.Disqualified();
        }
        if (run.isAdopted()) {
            return new Outcome.AlreadyAdopted();
        }
        return adopt(run, run.readInputs(), command);
    }

    private Outcome adopt(AllocationRun run, RunInputs inputs, Command command) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var handover = new Handover(run, inputs, command.adoptedBy(), at);
        if (!handover.isForAdoption()) {
            return new Outcome.NotForAdoption();
        }
        if (!(new RunDivision(inputs).divide() instanceof Pots.Result.Allocated result)
                || !RunDivision.hash(result).equals(run.resultHash())) {
            return new Outcome.NotReproducible();
        }
        var changed = changes(inputs, gatherInputs.gather(inputs.parameters()));
        if (!changed.isEmpty() && !command.confirmSuperseded()) {
            return new Outcome.Superseded(changed);
        }
        var available = ledger.lockAvailable(run.scheme(), run.year());
        var needed = run.sum().plus(inputs.committed());
        if (needed.compareTo(available) > 0) {
            return new Outcome.InsufficientFunds(available, needed);
        }
        return decide(inputs, result, handover, command.adoptedBy())
                .or(() -> handOver(handover, result))
                .orElseGet(() -> adopted(run, command.adoptedBy(), at));
    }

    /** Decides the applications of the run's call, if it has one; empty when nothing stands in the way. */
    private Optional<Outcome> decide(
            RunInputs inputs, Pots.Result.Allocated result, Handover handover, String adoptedBy) {
        for (var pot : inputs.parameters().pots()) {
            if (pot.model() instanceof RunParameters.Application model) {
                var call = new CallId(UUID.fromString(model.call()));
                switch (decideApplications.decide(call, handover.decisions(model.call(), result), adoptedBy)) {
                    case DecideApplications.Outcome.Decided decided -> {}
                    case DecideApplications.Outcome.NotAsAssumed(var applications) -> {
                        return Optional.of(new Outcome.ApplicationsChanged(applications));
                    }
                    case DecideApplications.Outcome.CallNotOver(var open) -> {
                        return Optional.of(new Outcome.CallNotOver(open));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Outcome> handOver(Handover handover, Pots.Result.Allocated result) {
        var incorporation = handover.incorporation();
        if (incorporation.isEmpty()) {
            return switch (makeAwards.from(handover.awards(result))) {
                case MakeAwards.Outcome.Made made -> Optional.empty();
                case MakeAwards.Outcome.InsufficientFunds(var available, var needed) ->
                    Optional.of(new Outcome.InsufficientFunds(available, needed));
            };
        }
        return switch (recordFrameworkAllocations.from(handover.framework(incorporation.get(), result))) {
            case RecordFrameworkAllocations.Outcome.Recorded recorded -> Optional.empty();
            case RecordFrameworkAllocations.Outcome.InsufficientFunds(var available, var needed) ->
                Optional.of(new Outcome.InsufficientFunds(available, needed));
            case RecordFrameworkAllocations.Outcome.AlreadyRecorded(var other) ->
                Optional.of(new Outcome.YearAlreadyDivided(other));
        };
    }

    private Outcome adopted(AllocationRun run, String adoptedBy, Instant at) {
        var adoption = new AllocationRun.Adoption(adoptedBy, at);
        runs.adopted(run.id(), adoption);
        audit.decision(
                "allocation-run.adopted",
                run.id().toString(),
                Map.of(
                        "inputHash", run.inputHash(),
                        "resultHash", run.resultHash(),
                        "sum", run.sum().toString()));
        return new Outcome.Adopted(run.with(adoption));
    }

    /** Which kinds of inputs are not what they were. */
    private static List<String> changes(RunInputs then, Gathered gathered) {
        var now = gathered.inputs();
        var changed = new ArrayList<String>();
        if (then.budget() != now.budget()) {
            changed.add("budget");
        }
        if (gathered.usesWithdrawn()
                || !then.indicators().equals(now.indicators())
                || !then.municipalities().equals(now.municipalities())) {
            changed.add("indicators");
        }
        if (!then.applications().equals(now.applications())) {
            changed.add("applications");
        }
        if (!then.promised().equals(now.promised())) {
            changed.add("commitments");
        }
        if (!then.before().equals(now.before())) {
            changed.add("before");
        }
        return changed;
    }
}
