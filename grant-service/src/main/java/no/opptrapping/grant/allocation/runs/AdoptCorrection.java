package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.Basis;
import no.opptrapping.grant.allocation.inputs.CallRules;
import no.opptrapping.grant.allocation.inputs.GatherInputs;
import no.opptrapping.grant.allocation.inputs.RoundLimits;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Adopts a correcting run (<i>rettekjøring</i>): it takes the place of the run that it corrects, and the differences become
 * changes of awards or next versions of framework allocations, in the adoption's transaction. Of two corrections of one run at the same time one wins.
 */
@ApplicationScoped
class AdoptCorrection {
    private final AllocationRuns runs;
    private final Corrections corrections;
    private final CorrectedRuns correctedRuns;
    private final CorrectAwards correctAwards;
    private final CorrectFramework correctFramework;
    private final GatherInputs gatherInputs;
    private final CallRules callRules;
    private final Calls calls;
    private final RoundLimits roundLimits;
    private final AdoptionRules rules;

    AdoptCorrection(
            AllocationRuns runs,
            Corrections corrections,
            CorrectedRuns correctedRuns,
            CorrectAwards correctAwards,
            CorrectFramework correctFramework,
            GatherInputs gatherInputs,
            CallRules callRules,
            Calls calls,
            RoundLimits roundLimits,
            AdoptionRules rules) {
        this.runs = runs;
        this.corrections = corrections;
        this.correctedRuns = correctedRuns;
        this.correctAwards = correctAwards;
        this.correctFramework = correctFramework;
        this.gatherInputs = gatherInputs;
        this.callRules = callRules;
        this.calls = calls;
        this.roundLimits = roundLimits;
        this.rules = rules;
    }

    /** Does it, or says what stands in the way; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> adopt(Handover after, Correction correction, boolean confirmSuperseded) {
        var corrected = runs.lock(correction.corrects()).orElseThrow();
        // What the reserve list gives meanwhile would change what the awards are.
        after.parts().forEach(part -> calls.lock(part.call()));
        var newest = correctedRuns.newestCorrecting(corrected.id());
        if (newest.isPresent()) {
            return Optional.of(new AdoptionOutcome.CorrectedAlready(newest.get()));
        }
        var broken = new ArrayList<BrokenRule>(callRules.brokenBy(after.inputs().parameters()));
        var basis = correctedRuns.basis(
                corrected.id(), correction.paidPart(), after.inputs().parameters(), broken);
        if (!broken.isEmpty()) {
            return Optional.of(new AdoptionOutcome.CorrectionRefused(broken));
        }
        var hindrance = rules.notUnderTheRulesInForce(after).or(() -> aboveTheRound(after, basis));
        if (hindrance.isPresent()) {
            return hindrance;
        }
        var changed = confirmSuperseded ? List.<String>of() : gatherInputs.changedSince(after.inputs(), basis);
        if (!changed.isEmpty()) {
            return Optional.of(new AdoptionOutcome.Superseded(changed));
        }
        return ComputedRun.of(corrected)
                .map(Handover::of)
                .map(before -> after.incorporation()
                        .map(model -> correctFramework.correct(after, model, correction))
                        .orElseGet(() -> correctAwards.correct(before, after, correction)))
                .orElseGet(() -> Optional.of(new AdoptionOutcome.NotReproducible()))
                .or(() -> {
                    corrections.adopted(after.run().id(), after.adoption().at());
                    return Optional.empty();
                });
    }

    /** What later rounds have given is not the corrected one's to give. */
    private Optional<AdoptionOutcome> aboveTheRound(Handover after, Basis basis) {
        var sum = after.run().sum();
        return roundLimits
                .of(after.inputs().parameters(), basis)
                .filter(most -> sum.compareTo(most) > 0)
                .map(most -> new AdoptionOutcome.AboveTheRound(most, sum));
    }
}
