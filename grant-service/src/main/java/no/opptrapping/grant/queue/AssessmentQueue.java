package no.opptrapping.grant.queue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** The cases that wait to be assessed and decided. Takes part in the caller's transaction. */
public interface AssessmentQueue {
    /**
     * Which cases; what is empty does not matter.
     *
     * @param hosts of whose applications
     * @param holder whose cases, by subject
     * @param unheld only those that nobody works on
     * @param now when it is looked
     */
    record Filter(
            Optional<CallId> call,
            Optional<Set<MunicipalityId>> hosts,
            Optional<String> holder,
            boolean unheld,
            Optional<CaseStep> step,
            Instant now) {}

    /** Where a list goes on: after this case. */
    record Key(LocalDate queuedOn, Kroner asked, String reference) {}

    /** Cases: those that came first, by day, and of one day the largest first; at most {@code limit}. */
    List<QueuedCase> list(Filter filter, Language language, Optional<Key> after, int limit);
}
