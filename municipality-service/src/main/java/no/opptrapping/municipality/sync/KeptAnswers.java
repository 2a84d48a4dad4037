package no.opptrapping.municipality.sync;

import java.util.Optional;

/** The sources' last answers that could be used, so that a source is asked only for what is newer. */
public interface KeptAnswers {
    /**
     * An answer.
     *
     * @param question the address and what was asked there
     * @param tag the answer's {@code ETag}, or empty
     * @param lastModified the answer's {@code Last-Modified}, or empty
     */
    record Kept(String question, String tag, String lastModified, String body) {}

    Optional<Kept> find(String question);

    /** Keeps the answer instead of an earlier one to the same question. */
    void keep(Kept answer);
}
