package no.opptrapping.reporting.obligations;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.reporting.known.KnownMunicipalities;
import org.jspecify.annotations.Nullable;

/**
 * Looks again and again whether a structure change has taken effect, and hands the obligations of the municipalities
 * that have ceased to those that bear their duties. A change heard of late, in advance or out of order comes to the
 * same, because what an obligation becomes depends only on what is known and on the date.
 *
 * <p>It looks for what is left only when there can be something: on a new day, after something was heard of a
 * municipality or kept of an obligation, after a failure, and once an hour whatever there is.
 */
@ApplicationScoped
class FollowStructureChanges {
    private static final Duration LONGEST_REST = Duration.ofHours(1);

    private final KeepObligations keep;
    private final KnownMunicipalities municipalities;
    private final Rounds rounds;
    private final Clock clock;
    private volatile @Nullable Look last;

    FollowStructureChanges(KeepObligations keep, KnownMunicipalities municipalities, Rounds rounds, Clock clock) {
        this.keep = keep;
        this.municipalities = municipalities;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** What was to be seen when everything had been handed over. */
    private record Look(LocalDate day, Structure structure, long kept, Instant at) {
        boolean stillHolds(Look now) {
            return day.equals(now.day)
                    && structure.equals(now.structure)
                    && kept == now.kept
                    && Duration.between(at, now.at).abs().compareTo(LONGEST_REST) < 0;
        }
    }

    @Scheduled(
            every = "${opptrapping.obligations.look-every:30s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void look() {
        rounds.once("follow-structure-changes", () -> {
            var now = new Look(BusinessDates.today(clock), municipalities.structure(), keep.kept(), clock.instant());
            var before = last;
            if (before == null || !before.stillHolds(now)) {
                last = rounds.each(
                                "hand-over-obligations",
                                () -> keep.toHandOver(now.day()),
                                room -> keep.handOver(room, now.day()))
                        ? now
                        : null;
            }
        });
    }
}
