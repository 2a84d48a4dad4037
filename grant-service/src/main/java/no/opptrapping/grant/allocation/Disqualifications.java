package no.opptrapping.grant.allocation;

import java.time.Instant;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;

/** Who may neither prepare nor decide in a scheme (<i>inhabil</i>, forvaltningsloven § 6). */
public interface Disqualifications {
    /** Whether the person is disqualified in the scheme. */
    boolean covers(String person, SchemeId scheme);

    /** Records a disqualification; false when it is recorded already. */
    boolean add(Disqualification disqualification);

    /**
     * A disqualification.
     *
     * @param person the person's subject
     * @param reason why, in the words of the one who recorded it
     */
    record Disqualification(
            UUID id, String person, SchemeId scheme, String reason, String recordedBy, Instant recordedAt) {}
}
