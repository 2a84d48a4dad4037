package no.opptrapping.grant.impartiality;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** Who may neither prepare nor decide in a scheme (<i>inhabil</i>, forvaltningsloven § 6). */
public interface Disqualifications {
    /** Whether the person is disqualified in the scheme now. */
    boolean covers(String person, SchemeId scheme);

    /** Records a disqualification; false when one that has not ended is recorded already. */
    boolean add(Disqualification disqualification);

    Optional<Disqualification> find(UUID id);

    /** Ends it; false when it has ended. */
    boolean end(UUID id, Ending ending);

    /** Disqualifications after an identity, ordered by identity; what is null does not matter. */
    List<Disqualification> list(@Nullable SchemeId scheme, @Nullable String person, @Nullable UUID after, int limit);

    /** When a disqualification ended, and who said so. */
    record Ending(String by, Instant at) {}

    /**
     * A disqualification.
     *
     * @param person the person's subject
     * @param reason why, in the words of the one who recorded it
     */
    record Disqualification(
            UUID id,
            String person,
            SchemeId scheme,
            String reason,
            String recordedBy,
            Instant recordedAt,
            Optional<Ending> ended) {}
}
