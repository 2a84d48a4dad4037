package no.opptrapping.grant.allocation.editions;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;

/** The editions that there are. */
public interface Editions {
    /** The newest first, those after the place; what is given of scheme and year must fit. */
    List<Edition> list(Optional<SchemeId> scheme, Optional<Year> year, Optional<Place> after, int limit);

    /** The edition of a run that has been adopted or published. */
    Optional<Edition> of(RunId run);

    /** A place in the list. */
    record Place(Instant at, UUID run) {}
}
