package no.opptrapping.grant.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.language.Language;

/** What waits for somebody now. Takes part in the caller's transaction. */
public interface Worklist {
    /**
     * What waits, the longest wait first, at most {@code limit}, those after the key.
     *
     * @param language of the titles
     * @param today what is overdue is so on this day, in Norway
     */
    List<Waiting> waiting(Language language, LocalDate today, Optional<Key> after, int limit);

    /** A place in the list. */
    record Key(Instant since, String what, String link) {}
}
