package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.inputs.Basis;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Which runs can be corrected by which, and what of their money can be divided anew. */
@ApplicationScoped
class CorrectedRuns {
    private final AllocationRuns runs;
    private final Corrections corrections;
    private final Awards awards;

    CorrectedRuns(AllocationRuns runs, Corrections corrections, Awards awards) {
        this.runs = runs;
        this.corrections = corrections;
        this.awards = awards;
    }

    /** What a correction of the run by these parameters divides; what stands in the way is added to {@code broken}. */
    @Transactional(TxType.MANDATORY)
    Basis basis(RunId corrected, RunParameters parameters, List<BrokenRule> broken) {
        var found = runs.find(corrected);
        if (found.isEmpty()) {
            broken.add(BrokenRule.of("allocation.corrected-run-known", "/correction/runId"));
            return Basis.MONEY;
        }
        var run = found.get();
        var inputs = run.readInputs();
        broken.addAll(brokenBy(run, inputs.parameters(), parameters));
        return new Basis.Corrected(
                inputs,
                Kroner.sum(awardsOf(run.id()).stream()
                        .filter(Award::isValid)
                        .map(Award::amount)
                        .toList()));
    }

    private List<BrokenRule> brokenBy(AllocationRun run, RunParameters before, RunParameters after) {
        var broken = new ArrayList<BrokenRule>();
        if (!run.isAdopted()) {
            broken.add(BrokenRule.of("allocation.corrected-run-adopted", "/correction/runId"));
        }
        newestCorrecting(run.id())
                .ifPresent(newest -> broken.add(BrokenRule.of(
                        "allocation.corrected-run-newest", "/correction/runId", "newest", newest.toString())));
        if (!before.scheme().equals(after.scheme()) || before.year() != after.year()) {
            broken.add(BrokenRule.of("allocation.corrected-run-of-scheme-and-year", "/correction/runId"));
        }
        if (!before.structureDate().equals(after.structureDate())) {
            broken.add(BrokenRule.of(
                    "allocation.corrected-run-of-structure",
                    "/structureDate",
                    "structureDate",
                    before.structureDate()));
        }
        if (!incorporates(before).isEmpty()) {
            broken.add(BrokenRule.of("allocation.corrected-run-of-awards", "/correction/runId"));
        }
        if (!Set.copyOf(before.parts()).equals(Set.copyOf(after.parts()))
                || !incorporates(before).equals(incorporates(after))) {
            broken.add(BrokenRule.of("allocation.corrected-run-of-recipients", "/pots"));
        }
        return broken;
    }

    private static Set<String> incorporates(RunParameters parameters) {
        return parameters.pots().stream()
                .flatMap(pot -> pot.model().step().stream())
                .map(PotModel.Incorporation::fromScheme)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The last of the adopted runs that correct the run one after the other. */
    @Transactional(TxType.MANDATORY)
    Optional<RunId> newestCorrecting(RunId run) {
        var newest = corrections.correcting(run).map(Correction::run);
        while (newest.flatMap(corrections::correcting).isPresent()) {
            newest = newest.flatMap(corrections::correcting).map(Correction::run);
        }
        return newest;
    }

    /** Every award of the run and of those that it corrects, by reference. */
    @Transactional(TxType.MANDATORY)
    List<Award> awardsOf(RunId run) {
        return awards.ofRuns(
                corrections.editions(run).stream().<UUID>map(RunId::value).collect(Collectors.toUnmodifiableSet()));
    }
}
