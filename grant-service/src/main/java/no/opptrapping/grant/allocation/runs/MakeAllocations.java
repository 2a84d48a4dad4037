package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.framework.RecordFrameworkAllocations;

/** Makes the awards or the framework allocations of a run that is being adopted. */
@ApplicationScoped
class MakeAllocations {
    private final MakeAwards makeAwards;
    private final RecordFrameworkAllocations recordFrameworkAllocations;
    private final AmountReasons reasons;
    private final SinceLastYear sinceLastYear;

    MakeAllocations(
            MakeAwards makeAwards,
            RecordFrameworkAllocations recordFrameworkAllocations,
            AmountReasons reasons,
            SinceLastYear sinceLastYear) {
        this.reasons = reasons;
        this.sinceLastYear = sinceLastYear;
        this.makeAwards = makeAwards;
        this.recordFrameworkAllocations = recordFrameworkAllocations;
    }

    /** Makes them; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> make(Handover handover) {
        var incorporation = handover.incorporation();
        return incorporation.isPresent() ? allocations(handover, incorporation.get()) : awards(handover);
    }

    private Optional<AdoptionOutcome> awards(Handover handover) {
        return switch (makeAwards.from(handover.awards(reasons(handover)))) {
            case MakeAwards.Outcome.Made made -> Optional.empty();
            case MakeAwards.Outcome.InsufficientFunds(var available, var needed) ->
                Optional.of(new AdoptionOutcome.InsufficientFunds(available, needed));
            case MakeAwards.Outcome.NotOfTheOffice(var municipalities) ->
                Optional.of(new AdoptionOutcome.NotOfTheOffice(municipalities));
        };
    }

    /** Why each amount is what it is, and what changed since last year. */
    private AmountReasons reasons(Handover handover) {
        var changes = sinceLastYear.of(handover.computed());
        return (run, one) -> Stream.concat(
                        reasons.of(run, one).stream(),
                        changes.apply(one.line().recipient().number()).stream())
                .toList();
    }

    private Optional<AdoptionOutcome> allocations(Handover handover, PotModel.Incorporation model) {
        return outcome(recordFrameworkAllocations.from(handover.framework(model, Optional.empty())));
    }

    /** What became of recording them; empty when it is done. */
    static Optional<AdoptionOutcome> outcome(RecordFrameworkAllocations.Outcome of) {
        return switch (of) {
            case RecordFrameworkAllocations.Outcome.Recorded recorded -> Optional.empty();
            case RecordFrameworkAllocations.Outcome.InsufficientFunds(var available, var needed) ->
                Optional.of(new AdoptionOutcome.InsufficientFunds(available, needed));
            case RecordFrameworkAllocations.Outcome.AlreadyRecorded(var other) ->
                Optional.of(new AdoptionOutcome.YearAlreadyDivided(other));
            case RecordFrameworkAllocations.Outcome.NothingToCorrect() ->
                Optional.of(new AdoptionOutcome.NothingToCorrect());
        };
    }
}
