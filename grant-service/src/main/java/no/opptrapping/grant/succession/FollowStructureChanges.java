package no.opptrapping.grant.succession;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.applications.TakeOverApplications;
import no.opptrapping.grant.awards.TakeOverAwards;
import no.opptrapping.grant.payments.TakeOverPayments;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again whether a structure change has taken effect, and hands over what is left of the municipalities
 * that have ceased. Each application, award and payment is its own transaction, and what is handed over already stays
 * as it is: a change heard of late, in advance or out of order, or a restart in the middle, comes to the same.
 *
 * <p>It looks for what is left only when there can be something: on a new day, after something was heard, awarded or
 * applied for, after a failure, and once an hour whatever there is.
 */
@ApplicationScoped
public class FollowStructureChanges {
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final TakeOverApplications applications;
    private final TakeOverAwards awards;
    private final TakeOverPayments payments;
    private final Signs signs;
    private final Rounds rounds;
    private final Clock clock;
    private volatile @Nullable Look last;

    FollowStructureChanges(
            TakeOverApplications applications,
            TakeOverAwards awards,
            TakeOverPayments payments,
            Signs signs,
            Rounds rounds,
            Clock clock) {
        this.applications = applications;
        this.awards = awards;
        this.payments = payments;
        this.signs = signs;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** What was to be seen when everything had been handed over. */
    private record Look(LocalDate day, String signs, Instant at) {
        boolean stillHolds(Look now) {
            return day.equals(now.day)
                    && signs.equals(now.signs)
                    && Duration.between(at, now.at).abs().compareTo(LONGEST_REST) < 0;
        }
    }

    /** Hands over what it is time for. */
    @Scheduled(
            every = "${opptrapping.succession.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.once("follow-structure-changes", () -> {
            var now = new Look(BusinessDates.today(clock), signs.read(), clock.instant());
            var before = last;
            if (before == null || !before.stillHolds(now)) {
                last = handOver() ? now : null;
            }
        });
    }

    private boolean handOver() {
        var applied = rounds.each("take-over-applications", applications::ofCeased, applications::takeOver);
        var awarded = rounds.each("take-over-awards", awards::ofCeased, awards::takeOver);
        var paid = rounds.each("take-over-payments", payments::ofTakenOver, payments::takeOver);
        return applied && awarded && paid;
    }
}
