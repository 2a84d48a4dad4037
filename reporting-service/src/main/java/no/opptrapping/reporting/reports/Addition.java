package no.opptrapping.reporting.reports;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import no.opptrapping.reporting.obligations.ObligationId;

/**
 * What there is to report on beyond what was submitted: more was paid, or an award came or went, after the submission.
 * What was submitted stays as it is, and the next submission answers the addition.
 *
 * @param since when the first of it came
 * @param obligations those that the submitted report says nothing of, or not all
 */
public record Addition(Instant since, Set<ObligationId> obligations) {
    public Addition {
        obligations = Set.copyOf(obligations);
    }

    /** This and what came after it. */
    Addition and(Set<ObligationId> more) {
        var all = new HashSet<>(obligations);
        all.addAll(more);
        return new Addition(since, all);
    }
}
