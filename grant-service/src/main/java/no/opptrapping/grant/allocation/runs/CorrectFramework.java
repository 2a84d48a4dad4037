package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.framework.AdoptedFramework;
import no.opptrapping.grant.framework.FrameworkAllocations;
import no.opptrapping.grant.framework.RecordFrameworkAllocations;
import no.opptrapping.platform.values.Kroner;

/** Makes of a corrected incorporation's allocations what the correcting run gives. */
@ApplicationScoped
class CorrectFramework {
    private final FrameworkAllocations allocations;
    private final RecordFrameworkAllocations record;

    CorrectFramework(FrameworkAllocations allocations, RecordFrameworkAllocations record) {
        this.allocations = allocations;
        this.record = record;
    }

    /** What the allocations of the run's year are now: it can be given otherwise. */
    @Transactional(TxType.MANDATORY)
    Kroner given(AllocationRun run) {
        return Kroner.sum(allocations.of(run.scheme(), run.year()).stream()
                .map(one -> one.row().amount())
                .toList());
    }

    /** Does it; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> correct(Handover after, PotModel.Incorporation model, Correction correction) {
        var adopted = after.framework(
                model,
                Optional.of(
                        new AdoptedFramework.Correction(correction.corrects().value(), correction.reason())));
        return MakeAllocations.outcome(record.from(adopted));
    }
}
