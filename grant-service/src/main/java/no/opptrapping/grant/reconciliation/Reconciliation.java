package no.opptrapping.grant.reconciliation;

import java.util.List;
import no.opptrapping.grant.reported.Discrepancy;

/**
 * What the check found.
 *
 * @param discrepancies figures of approved reports that could not be posted
 */
public record Reconciliation(
        List<Identity> identities, List<OutOfStep> awardsOutOfStep, List<Discrepancy> discrepancies) {
    public Reconciliation {
        identities = List.copyOf(identities);
        awardsOutOfStep = List.copyOf(awardsOutOfStep);
        discrepancies = List.copyOf(discrepancies);
    }

    /** Whether every krone is where it should be. */
    public boolean isBalanced() {
        return awardsOutOfStep.isEmpty()
                && discrepancies.isEmpty()
                && identities.stream().allMatch(Identity::holds);
    }
}
