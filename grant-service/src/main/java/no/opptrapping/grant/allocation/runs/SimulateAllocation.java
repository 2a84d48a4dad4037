package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.Basis;
import no.opptrapping.grant.allocation.inputs.BrokenRules;
import no.opptrapping.grant.allocation.inputs.CallRules;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.GatherInputs;
import no.opptrapping.grant.allocation.inputs.Gathered;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Sha256;

/** Computes a division and stores it with everything it follows from. Nobody's money is touched. */
@ApplicationScoped
public class SimulateAllocation {
    private static final Set<String> FOLLOWING = Set.of(
            "allocation.value-known",
            "allocation.someone-to-divide-among",
            "allocation.at-least-one-criterion",
            "allocation.limit-for-a-recipient",
            "allocation.recipient-only-once");

    /** What to simulate, for whom. {@code madeBy} is the person's subject. */
    public record Command(String name, RunParameters parameters, String madeBy, RunPurpose purpose) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The run is stored. */
        record Simulated(AllocationRun run) implements Outcome {}

        /** Nothing is stored, for all of these reasons. */
        record Rejected(List<BrokenRule> broken) implements Outcome {}

        /** The person is disqualified in the scheme and may not prepare its decisions. */
        record Disqualified() implements Outcome {}

        /** The run would be another county governor's office's, or it is the Directorate that decides. */
        record OfAnotherDecider() implements Outcome {}
    }

    private final GatherInputs gatherInputs;
    private final CallRules callRules;
    private final AllocationRuns runs;
    private final CorrectedRuns correctedRuns;
    private final Corrections corrections;
    private final Preliminaries preliminaries;
    private final Appropriations appropriations;
    private final Disqualifications disqualifications;
    private final SchemeVersions versions;
    private final OwnRuns ownRuns;
    private final Clock clock;

    SimulateAllocation(
            GatherInputs gatherInputs,
            CallRules callRules,
            AllocationRuns runs,
            CorrectedRuns correctedRuns,
            Corrections corrections,
            Preliminaries preliminaries,
            Appropriations appropriations,
            Disqualifications disqualifications,
            SchemeVersions versions,
            OwnRuns ownRuns,
            Clock clock) {
        this.gatherInputs = gatherInputs;
        this.callRules = callRules;
        this.runs = runs;
        this.correctedRuns = correctedRuns;
        this.corrections = corrections;
        this.preliminaries = preliminaries;
        this.appropriations = appropriations;
        this.disqualifications = disqualifications;
        this.versions = versions;
        this.ownRuns = ownRuns;
        this.clock = clock;
    }

    @Transactional
    public Outcome simulate(Command command) {
        var scheme = new SchemeId(UUID.fromString(command.parameters().scheme()));
        if (disqualifications.covers(command.madeBy(), scheme)) {
            return new Outcome.Disqualified();
        }
        if (!ownRuns.has(command.parameters())) {
            return new Outcome.OfAnotherDecider();
        }
        var ofPurpose = new ArrayList<BrokenRule>();
        var basis = basis(command, scheme, ofPurpose);
        var gathered = with(ofPurpose, gatherInputs.gather(command.parameters(), basis));
        return switch (new RunDivision(gathered.inputs()).divide()) {
            case Pots.Result.Impossible(var faults) -> {
                var broken = new ArrayList<>(gathered.broken());
                BrokenRules.of(faults, gathered.inputs().parameters()).stream()
                        .filter(fault -> !isExplainedBy(gathered.broken(), fault))
                        .forEach(broken::add);
                yield new Outcome.Rejected(broken);
            }
            case Pots.Result.Allocated allocated ->
                gathered.broken().isEmpty()
                        ? new Outcome.Simulated(store(command, scheme, gathered.inputs(), allocated))
                        : new Outcome.Rejected(gathered.broken());
        };
    }

    /** What the run divides; what stands in the way of its purpose is added to {@code broken}. */
    private Basis basis(Command command, SchemeId scheme, List<BrokenRule> broken) {
        return switch (command.purpose()) {
            case RunPurpose.Division division -> Basis.MONEY;
            case RunPurpose.ToCorrect correct ->
                correctedRuns.basis(correct.corrects(), correct.paidPart(), command.parameters(), broken);
            case RunPurpose.ToIndicate indicate -> {
                appropriations
                        .of(scheme, Year.of(command.parameters().year()))
                        .ifPresent(_ -> broken.add(
                                BrokenRule.of("allocation.preliminary-before-the-appropriation", "/preliminary")));
                broken.addAll(dividesCalls(command.parameters()));
                yield new Basis.Proposed();
            }
        };
    }

    /** What undecided applications are assessed at is for nobody to read before they are decided. */
    private static List<BrokenRule> dividesCalls(RunParameters parameters) {
        return IntStream.range(0, parameters.pots().size())
                .filter(i -> parameters.pots().get(i).model().byCall().isPresent())
                .mapToObj(i -> BrokenRule.of("allocation.preliminary-divides-no-call", "/pots/" + i + "/model/callId"))
                .toList();
    }

    private Gathered with(List<BrokenRule> ofPurpose, Gathered gathered) {
        var broken = new ArrayList<>(ofPurpose);
        broken.addAll(gathered.broken());
        broken.addAll(callRules.brokenBy(gathered.inputs().parameters()));
        return new Gathered(gathered.inputs(), broken);
    }

    /** What cannot be divided because its inputs are unknown is refused once, by the cause. */
    public static boolean isExplainedBy(List<BrokenRule> causes, BrokenRule fault) {
        return FOLLOWING.contains(fault.code())
                && causes.stream()
                        .map(cause -> cause.pointer().replace("/model/round", "/model/callId"))
                        .anyMatch(pointer ->
                                pointer.startsWith(fault.pointer()) || pointer.equals("/countyGovernorOfficeId"));
    }

    private AllocationRun store(Command command, SchemeId scheme, RunInputs inputs, Pots.Result.Allocated allocated) {
        var canonical = CanonicalJson.of(inputs);
        var given = allocated.pots().stream()
                .flatMap(pot -> pot.division().lines().stream())
                .filter(line -> line.amount().isPositive())
                .count();
        var run = new AllocationRun(
                RunId.random(),
                command.name(),
                scheme,
                versions.inForce(scheme, BusinessDates.today(clock)).map(SchemeVersion::number),
                Year.of(command.parameters().year()),
                command.madeBy(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                canonical,
                Sha256.of(canonical),
                RunDivision.hash(allocated),
                allocated.available(),
                allocated.sum(),
                Math.toIntExact(given),
                Optional.empty());
        switch (command.purpose()) {
            case RunPurpose.Division division -> runs.add(run);
            case RunPurpose.ToCorrect(var corrects, var reason, var paidPart) -> {
                runs.addCorrecting(run);
                corrections.add(new Correction(run.id(), corrects, reason, paidPart));
            }
            case RunPurpose.ToIndicate(var assumptions) -> {
                runs.add(run);
                preliminaries.add(new Preliminary(run.id(), assumptions, Optional.empty(), Optional.empty()));
            }
        }
        return run;
    }
}
