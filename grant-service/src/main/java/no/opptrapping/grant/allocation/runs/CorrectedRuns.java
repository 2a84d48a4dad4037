package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.inputs.Basis;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Which runs can be corrected by which, and what of their money can be divided anew. */
@ApplicationScoped
class CorrectedRuns {
    private final AllocationRuns runs;
    private final Corrections corrections;
    private final Awards awards;
    private final CorrectFramework correctFramework;
    private final OwnRuns ownRuns;

    CorrectedRuns(
            AllocationRuns runs,
            Corrections corrections,
            Awards awards,
            CorrectFramework correctFramework,
            OwnRuns ownRuns) {
        this.correctFramework = correctFramework;
        this.ownRuns = ownRuns;
        this.runs = runs;
        this.corrections = corrections;
        this.awards = awards;
    }

    /** What a correction of the run by these parameters divides; what stands in the way is added to {@code broken}. */
    @Transactional(TxType.MANDATORY)
    Basis basis(RunId corrected, PaidPart paidPart, RunParameters parameters, List<BrokenRule> broken) {
        var found = runs.find(corrected);
        if (found.isEmpty()) {
            broken.add(BrokenRule.of("allocation.corrected-run-known", "/correction/runId"));
            return Basis.MONEY;
        }
        var run = found.get();
        var inputs = run.readInputs();
        broken.addAll(brokenBy(run, inputs.parameters(), parameters));
        if (incorporates(inputs.parameters()).isEmpty()) {
            return new Basis.Corrected(inputs, given(run));
        }
        if (paidPart == PaidPart.CLAIM) {
            broken.add(BrokenRule.of("allocation.framework-is-not-claimed", "/correction/paidPart"));
        }
        return new Basis.Corrected(inputs, correctFramework.given(run));
    }

    /** What the awards are now, without what the reserve list has given: a correction takes none of that. */
    private Kroner given(AllocationRun run) {
        var valid = awardsOf(run.id()).stream().filter(Award::isValid).toList();
        var gave = ComputedRun.of(run).map(CorrectedRuns::amounts).orElse(Map.of());
        return Kroner.sum(valid.stream()
                .map(award -> award.application()
                        .filter(_ -> award.continues().isEmpty())
                        .map(gave::get)
                        .map(award.amount()::min)
                        .orElse(award.amount()))
                .toList());
    }

    /** What a run gave each application. */
    private static Map<ApplicationId, Kroner> amounts(ComputedRun run) {
        var amounts = new HashMap<ApplicationId, Kroner>();
        for (var line : run.lines()) {
            run.application(line.line())
                    .ifPresent(one -> amounts.put(
                            new ApplicationId(UUID.fromString(one.id())),
                            line.line().amount()));
        }
        return amounts;
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
        if (!ofWhoDecidesNow(before).equals(ofWhoDecidesNow(after))
                || !incorporates(before).equals(incorporates(after))) {
            broken.add(BrokenRule.of("allocation.corrected-run-of-recipients", "/pots"));
        }
        return broken;
    }

    /** The parts of calls that it divides by; those of an office that has ceased are its successor's to correct. */
    private Set<CallPart> ofWhoDecidesNow(RunParameters parameters) {
        return parameters.parts().stream()
                .map(part -> new CallPart(part.call(), part.round(), ownRuns.standingFor(part.office())))
                .collect(Collectors.toUnmodifiableSet());
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
        return Optional.of(corrections.newest(run)).filter(newest -> !newest.equals(run));
    }

    /** Every award of the run and of those that it corrects, by reference. */
    private List<Award> awardsOf(RunId run) {
        return awards.ofRuns(
                corrections.editions(run).stream().<UUID>map(RunId::value).collect(Collectors.toUnmodifiableSet()));
    }

    /** The same, as they stay until the transaction ends: what they are to be is computed from what they are. */
    @Transactional(TxType.MANDATORY)
    List<Award> lockAwardsOf(RunId run) {
        return awards.lockAll(awardsOf(run).stream().map(Award::id).collect(Collectors.toUnmodifiableSet()));
    }

    /** The run that the awards were made of before any correction of it. */
    @Transactional(TxType.MANDATORY)
    Optional<ComputedRun> first(RunId run) {
        return runs.find(corrections.editions(run).getLast()).flatMap(ComputedRun::of);
    }
}
