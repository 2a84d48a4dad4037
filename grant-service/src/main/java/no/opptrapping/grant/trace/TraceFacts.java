package no.opptrapping.grant.trace;

import java.util.List;
import no.opptrapping.grant.awards.AwardId;

/** What the other rooms know of the way of an award's money. */
public interface TraceFacts {
    /** At most so many steps of one award are told; none has had a tenth of it. */
    int MOST = 1_000;

    /** Everything that has happened to the money of the award, oldest first. */
    List<TraceStep> steps(AwardId award);
}
