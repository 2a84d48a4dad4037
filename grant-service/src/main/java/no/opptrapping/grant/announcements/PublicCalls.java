package no.opptrapping.grant.announcements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;

/** What anybody can know of calls. */
public interface PublicCalls {
    Optional<PublicCall> find(CallId id);

    /** Those that were changed last, the newest first, at most {@code limit}. */
    List<PublicCall> newest(int limit);

    /** Those whose deadline is then or later, by deadline, at most {@code limit}. */
    List<PublicCall> dueFrom(Instant from, int limit);
}
