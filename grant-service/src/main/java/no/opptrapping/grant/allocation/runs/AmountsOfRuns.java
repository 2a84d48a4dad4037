package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.frames.RunAmounts;
import no.opptrapping.grant.schemes.SchemeId;

/** Computes a stored run again for the frames that it comes to. */
@ApplicationScoped
class AmountsOfRuns implements RunAmounts {
    private final AllocationRuns runs;

    AmountsOfRuns(AllocationRuns runs) {
        this.runs = runs;
    }

    @Override
    public Optional<List<Amount>> of(UUID run, SchemeId scheme, Year year) {
        return runs.find(new RunId(run))
                .filter(one -> one.scheme().equals(scheme) && one.year().equals(year) && !one.isAdopted())
                .flatMap(ComputedRun::of)
                .map(AmountsOfRuns::amounts);
    }

    @Override
    public void hold(UUID run) {
        var _ = runs.lock(new RunId(run));
    }

    private static List<Amount> amounts(ComputedRun computed) {
        return computed.result().amounts().entrySet().stream()
                .filter(one -> one.getValue().isPositive())
                .sorted(Map.Entry.comparingByKey())
                .flatMap(one -> computed.municipality(one.getKey()).stream()
                        .map(municipality -> new Amount(municipality.identity(), one.getKey(), one.getValue())))
                .toList();
    }
}
