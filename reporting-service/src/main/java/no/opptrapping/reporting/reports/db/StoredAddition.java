package no.opptrapping.reporting.reports.db;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.reports.Addition;

/** What came after the last submission, as JSON, ordered. */
record StoredAddition(Instant since, List<ObligationId> obligations) {
    static StoredAddition of(Addition addition) {
        return new StoredAddition(
                addition.since(), addition.obligations().stream().sorted().toList());
    }

    Addition addition() {
        return new Addition(since, Set.copyOf(obligations));
    }
}
