package no.opptrapping.grant.allocation.runs;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;

/** The preliminary runs. Everything here takes part in the caller's transaction. */
public interface Preliminaries {
    void add(Preliminary preliminary);

    Optional<Preliminary> of(RunId run);

    void published(RunId run, AllocationRun.Adoption publication);

    /** Those of the scheme's year that are published and that nothing has followed, locked. */
    List<Preliminary> lockStanding(SchemeId scheme, Year year);

    void followed(RunId run, Preliminary.Following following);

    /** The preliminary run that the run followed, the one published last. */
    Optional<Preliminary> followedBy(RunId run);
}
