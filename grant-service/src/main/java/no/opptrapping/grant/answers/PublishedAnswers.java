package no.opptrapping.grant.answers;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;

/** The answers that are published. */
public interface PublishedAnswers {
    void add(PublishedAnswer answer);

    /** Adds one that was made of a message; false if that has been published in the language before. */
    boolean addFrom(UUID message, PublishedAnswer answer);

    /** Those of the call, oldest first, at most {@code limit}. */
    List<PublishedAnswer> list(CallId call, Optional<Key> after, int limit);

    /** Where a list goes on: after this one. */
    record Key(Instant at, UUID id) {}
}
