package no.opptrapping.grant.succession;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.applications.TakeOverApplications;
import no.opptrapping.grant.awards.TakeOverAwards;
import no.opptrapping.grant.payments.TakeOverPayments;

/**
 * Looks again and again whether a structure change has taken effect, and hands over what is left of the municipalities
 * that have ceased. Each application, award and payment is its own transaction, and what is handed over already stays
 * as it is: a change heard of late, in advance or out of order, or a restart in the middle, comes to the same.
 */
@ApplicationScoped
public class FollowStructureChanges {
    private final TakeOverApplications applications;
    private final TakeOverAwards awards;
    private final TakeOverPayments payments;

    FollowStructureChanges(TakeOverApplications applications, TakeOverAwards awards, TakeOverPayments payments) {
        this.applications = applications;
        this.awards = awards;
        this.payments = payments;
    }

    /** Hands over what it is time for. */
    @Scheduled(
            every = "${opptrapping.succession.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        applications.ofCeased().forEach(applications::takeOver);
        awards.ofCeased().forEach(awards::takeOver);
        payments.ofTakenOver().forEach(payments::takeOver);
    }
}
