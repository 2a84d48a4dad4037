package no.opptrapping.grant.applications;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * That a submitted application was returned for completion (<i>retur for utfylling</i>).
 *
 * @param remarks what is to be completed, at least one
 * @param completeBy the last instant at which it can be submitted again
 * @param before what was submitted, which counts again when nothing new comes in time
 * @param ended empty while the municipality is at it
 */
public record Completion(
        List<Remark> remarks,
        String askedBy,
        Instant askedAt,
        Instant completeBy,
        ApplicationContent before,
        Optional<Ended> ended) {
    /**
     * What is to be completed.
     *
     * @param pointer JSON pointer to where in the application
     */
    public record Remark(String pointer, String text) {}

    /** How it ended: submitted again, or as it was because the time was up. */
    public record Ended(boolean completed, Instant at) {}

    public Completion {
        remarks = List.copyOf(remarks);
    }

    Completion ended(Ended how) {
        return new Completion(remarks, askedBy, askedAt, completeBy, before, Optional.of(how));
    }

    /** Whether the application can still be changed and submitted again: the instant itself is in time. */
    boolean isOpen(Instant now) {
        return ended.isEmpty() && !now.isAfter(completeBy);
    }
}
