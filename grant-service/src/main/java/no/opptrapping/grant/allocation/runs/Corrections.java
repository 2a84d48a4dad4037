package no.opptrapping.grant.allocation.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which runs correct which. Everything here takes part in the caller's transaction. */
public interface Corrections {
    void add(Correction correction);

    /** What the run corrects, if it is a correcting one. */
    Optional<Correction> of(RunId run);

    /** The adopted run that corrects the run, if one does. */
    Optional<Correction> correcting(RunId corrected);

    /** The last of the adopted runs that correct the run one after the other; the run itself when none does. */
    default RunId newest(RunId run) {
        var newest = run;
        for (var next = correcting(run); next.isPresent(); next = correcting(newest)) {
            newest = next.get().run();
        }
        return newest;
    }

    /** The run and those that it corrects, one after the other, the newest first. */
    List<RunId> editions(RunId run);

    void adopted(RunId run, Instant at);
}
