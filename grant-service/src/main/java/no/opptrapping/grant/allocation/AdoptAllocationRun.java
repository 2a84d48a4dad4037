package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.framework.RecordFrameworkAllocations;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

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

        /**
         * Applications are not as the run had them: withdrawn or decided, recommended since then, or given more than
         * they are assessed at now.
         */
        record ApplicationsChanged(List<ApplicationId> applications) implements Outcome {}

        /** Applications were handed in on time and have not been assessed. */
        record NotAssessed(List<AssessedApplications.Waiting> applications) implements Outcome {}

        /** The call takes applications until the deadline. */
        record CallNotOver(CallId call, Instant deadline) implements Outcome {}

        /** The call has not been announced. */
        record CallNotAnnounced(CallId call) implements Outcome {}

        /** The call's applications have been decided by another run. */
        record CallAlreadyDecided(CallId call) implements Outcome {}

        /** The run does not divide as its call was announced to. */
        record NotByTheCallsRules(List<BrokenRule> broken) implements Outcome {}

        /** The scheme's year has been divided in the same way by adopted runs. */
        record SameDivision(List<OtherRuns.OtherRun> runs) implements Outcome {}

        /** The framework scheme's year has been divided by another run. */
        record YearAlreadyDivided(UUID run) implements Outcome {}

        /** The engine no longer gives what the run showed; it must be simulated again. */
        record NotReproducible() implements Outcome {}
    }

    private final AllocationRuns runs;
    private final GatherInputs gatherInputs;
    private final Disqualifications disqualifications;
    private final CallRules callRules;
    private final DecideCalls decideCalls;
    private final OtherRuns otherRuns;
    private final MakeAwards makeAwards;
    private final RecordFrameworkAllocations recordFrameworkAllocations;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    AdoptAllocationRun(
            AllocationRuns runs,
            GatherInputs gatherInputs,
            Disqualifications disqualifications,
            CallRules callRules,
            DecideCalls decideCalls,
            OtherRuns otherRuns,
            MakeAwards makeAwards,
            RecordFrameworkAllocations recordFrameworkAllocations,
            Ledger ledger,
            AuditLog audit,
            Clock clock) {
        this.runs = runs;
        this.gatherInputs = gatherInputs;
        this.disqualifications = disqualifications;
        this.callRules = callRules;
        this.decideCalls = decideCalls;
        this.otherRuns = otherRuns;
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
        return hindrance(inputs, handover, result)
                .or(() -> superseded(inputs, command))
                .or(() -> insufficient(run, inputs))
                .or(() -> repeated(run, command))
                .or(() -> decideCalls.decide(handover, result, command.adoptedBy()))
                .or(() -> handOver(handover, result))
                .orElseGet(() -> adopted(run, command.adoptedBy(), at));
    }

    /** What cannot be confirmed away. */
    private Optional<Outcome> hindrance(RunInputs inputs, Handover handover, Pots.Result.Allocated result) {
        var broken = callRules.brokenBy(inputs.parameters());
        return broken.isEmpty()
                ? decideCalls.hindrance(handover, result)
                : Optional.of(new Outcome.NotByTheCallsRules(broken));
    }

    private Optional<Outcome> superseded(RunInputs inputs, Command command) {
        var changed = gatherInputs.gather(inputs.parameters()).changedSince(inputs);
        return changed.isEmpty() || command.confirmSuperseded()
                ? Optional.empty()
                : Optional.of(new Outcome.Superseded(changed));
    }

    private Optional<Outcome> insufficient(AllocationRun run, RunInputs inputs) {
        var available = ledger.lockAvailable(run.scheme(), run.year());
        var needed = run.sum().plus(inputs.committed());
        return needed.compareTo(available) > 0
                ? Optional.of(new Outcome.InsufficientFunds(available, needed))
                : Optional.empty();
    }

    private Optional<Outcome> repeated(AllocationRun run, Command command) {
        if (command.confirmRepeated()) {
            return Optional.empty();
        }
        var same = otherRuns.of(run).stream()
                .filter(OtherRuns.OtherRun::sameDivision)
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(new Outcome.SameDivision(same));
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
}
