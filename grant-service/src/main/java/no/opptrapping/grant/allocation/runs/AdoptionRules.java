package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.Basis;
import no.opptrapping.grant.allocation.inputs.CallRules;
import no.opptrapping.grant.allocation.inputs.GatherInputs;
import no.opptrapping.grant.allocation.inputs.RoundLimits;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.time.BusinessDates;

/**
 * What must hold for a run to be adopted now: the calls' own rules and applications as they are, which cannot be
 * confirmed away; the inputs still the newest, money enough, and no second division of the same.
 */
@ApplicationScoped
class AdoptionRules {
    private final GatherInputs gatherInputs;
    private final CallRules callRules;
    private final RoundLimits roundLimits;
    private final DecideCalls decideCalls;
    private final OtherRuns otherRuns;
    private final Ledger ledger;
    private final SchemeVersions versions;

    AdoptionRules(
            GatherInputs gatherInputs,
            CallRules callRules,
            RoundLimits roundLimits,
            DecideCalls decideCalls,
            OtherRuns otherRuns,
            Ledger ledger,
            SchemeVersions versions) {
        this.gatherInputs = gatherInputs;
        this.callRules = callRules;
        this.roundLimits = roundLimits;
        this.decideCalls = decideCalls;
        this.otherRuns = otherRuns;
        this.ledger = ledger;
        this.versions = versions;
    }

    /** The first that does not hold. What is locked on the way stays as it is until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> brokenBy(Handover handover, AdoptAllocationRun.Command command) {
        return notUnderTheRulesInForce(handover)
                .or(() -> notByTheCallsRules(handover.inputs()))
                .or(() -> decideCalls.hindrance(handover))
                .or(() -> aboveTheRound(handover))
                .or(() -> command.confirmSuperseded() ? Optional.empty() : superseded(handover.inputs()))
                .or(() -> insufficient(handover.run(), handover.inputs()))
                .or(() -> command.confirmRepeated() ? Optional.empty() : repeated(handover.run()));
    }

    /** The version of the scheme's rules that the run was made under is no longer in force, or none is. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> notUnderTheRulesInForce(Handover handover) {
        var run = handover.run();
        var inForce = versions.inForce(
                        run.scheme(), BusinessDates.of(handover.adoption().at()))
                .map(SchemeVersion::number);
        return inForce.isPresent() && inForce.equals(run.schemeVersion())
                ? Optional.empty()
                : Optional.of(new AdoptionOutcome.RulesChanged(run.schemeVersion(), inForce));
    }

    private Optional<AdoptionOutcome> notByTheCallsRules(RunInputs inputs) {
        var broken = callRules.brokenBy(inputs.parameters());
        return broken.isEmpty() ? Optional.empty() : Optional.of(new AdoptionOutcome.NotByTheCallsRules(broken));
    }

    private Optional<AdoptionOutcome> aboveTheRound(Handover handover) {
        var sum = handover.run().sum();
        return roundLimits
                .of(handover.inputs().parameters(), Basis.MONEY)
                .filter(most -> sum.compareTo(most) > 0)
                .map(most -> new AdoptionOutcome.AboveTheRound(most, sum));
    }

    private Optional<AdoptionOutcome> superseded(RunInputs inputs) {
        var changed = gatherInputs.changedSince(inputs, Basis.MONEY);
        return changed.isEmpty() ? Optional.empty() : Optional.of(new AdoptionOutcome.Superseded(changed));
    }

    private Optional<AdoptionOutcome> insufficient(AllocationRun run, RunInputs inputs) {
        var available = inputs.parameters()
                .office()
                .map(office -> ledger.lockUnused(run.scheme(), run.year(), office))
                .orElseGet(() -> ledger.lockAvailable(run.scheme(), run.year()));
        var needed = run.sum().plus(inputs.committed());
        return needed.compareTo(available) > 0
                ? Optional.of(new AdoptionOutcome.InsufficientFunds(available, needed))
                : Optional.empty();
    }

    private Optional<AdoptionOutcome> repeated(AllocationRun run) {
        var same = otherRuns.of(run).stream()
                .filter(OtherRuns.OtherRun::sameDivision)
                .toList();
        return same.isEmpty() ? Optional.empty() : Optional.of(new AdoptionOutcome.SameDivision(same));
    }
}
