package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Which edition of a division is the newest: what is shown of one that has been corrected says so. */
@ApplicationScoped
public class NewestEditions {
    private final Corrections corrections;

    NewestEditions(Corrections corrections) {
        this.corrections = corrections;
    }

    /** The last of the adopted runs that correct the run one after the other; empty when none does. */
    @Transactional
    public Optional<RunId> after(RunId run) {
        return Optional.of(corrections.newest(run)).filter(newest -> !newest.equals(run));
    }

    /** Why the run takes the place of another; empty when it corrects none. */
    @Transactional
    public Optional<Correction> correctionBy(RunId run) {
        return corrections.of(run);
    }
}
