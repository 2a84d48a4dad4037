package no.opptrapping.grant.awards;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reminds municipalities (<i>påminnelse</i>) of awards that they have not answered, some days before the period ends:
 * once for each last day. One whose period is shorter than that is reminded the day after the decision at the earliest.
 */
@ApplicationScoped
public class RemindOfAwards {
    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final Awards awards;
    private final TellOfAwards tell;
    private final Rounds rounds;
    private final Clock clock;
    private final int days;

    RemindOfAwards(
            Awards awards,
            TellOfAwards tell,
            Rounds rounds,
            Clock clock,
            @ConfigProperty(name = "opptrapping.awards.remind-days", defaultValue = "7") int days) {
        this.awards = awards;
        this.tell = tell;
        this.rounds = rounds;
        this.clock = clock;
        this.days = days;
    }

    /** Reminds of what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.awards.remind-every:10m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("remind-of-awards", this::due, this::remind);
    }

    private List<AwardId> due() {
        var today = BusinessDates.today(clock);
        return QuarkusTransaction.requiringNew()
                .call(() -> awards.toRemindOf(today, today.plusDays(days), MOST_A_ROUND));
    }

    /** Reminds of the award unless it has been answered, or somebody has been reminded, meanwhile. */
    void remind(AwardId id) {
        QuarkusTransaction.requiringNew()
                .run(() -> awards.lock(id).filter(this::isDue).ifPresent(award -> {
                    if (awards.reminded(award.id(), award.acceptBy(), clock.instant())) {
                        tell.aboutToLapse(award);
                    }
                }));
    }

    private boolean isDue(Award award) {
        LocalDate today = BusinessDates.today(clock);
        return award.status() == AwardStatus.AWARDED
                && award.decidedOn().isBefore(today)
                && !today.isAfter(award.acceptBy())
                && !today.plusDays(days).isBefore(award.acceptBy());
    }
}
