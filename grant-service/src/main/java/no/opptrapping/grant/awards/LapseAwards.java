package no.opptrapping.grant.awards;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.awards.Awards.Unanswered;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.Letters;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Lets awards lapse (<i>bortfalle</i>) that nobody has accepted by the last day that their letter names. The period does
 * not run out for a municipality that could not have answered, because its organisation number is not known or its letter
 * has not been delivered.
 */
@ApplicationScoped
public class LapseAwards {
    private static final String ITSELF = "acceptance-period";

    private static final int PAGE = 500;

    private final Awards awards;
    private final EndAward endAward;
    private final KnownMunicipalities municipalities;
    private final Letters letters;
    private final Rounds rounds;
    private final Clock clock;

    LapseAwards(
            Awards awards,
            EndAward endAward,
            KnownMunicipalities municipalities,
            Letters letters,
            Rounds rounds,
            Clock clock) {
        this.letters = letters;
        this.awards = awards;
        this.endAward = endAward;
        this.municipalities = municipalities;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Ends what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.awards.lapse-every:1m}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("lapse-awards", () -> overdue().toList(), this::lapse);
    }

    /** Page after page, since those that cannot have been answered stay among them and would hide the others. */
    private Stream<AwardId> overdue() {
        return Stream.iterate(after(Unanswered.NONE), page -> !page.isEmpty(), page -> after(page.getLast()))
                .flatMap(List::stream)
                .map(Unanswered::award);
    }

    private List<Unanswered> after(Unanswered last) {
        var day = BusinessDates.today(clock).minusDays(1);
        return QuarkusTransaction.requiringNew().call(() -> awards.acceptableUntil(day, last, PAGE));
    }

    /** Ends the award unless it has been answered meanwhile or could not have been. */
    @CanIgnoreReturnValue
    Optional<Award> lapse(AwardId id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var today = BusinessDates.today(clock);
            return awards.lock(id)
                    .filter(award -> hasRunOut(award, today))
                    .map(award -> endAward.end(award, notAccepted(today)));
        });
    }

    private boolean hasRunOut(Award award, LocalDate today) {
        return award.status() == AwardStatus.AWARDED
                && today.isAfter(award.acceptBy())
                && isDelivered(award)
                && municipalities
                        .byId(award.holder().municipality(), today)
                        .flatMap(holder -> holder.organisationNumber())
                        .isPresent();
    }

    /** An award from before letters were kept has none, and has been read for long. */
    private boolean isDelivered(Award award) {
        var subject = award.id().value();
        return letters.newest(LetterKind.AWARD, subject).isEmpty() || letters.isAnyDelivered(LetterKind.AWARD, subject);
    }

    private Award.Ending notAccepted(LocalDate today) {
        return new Award.Ending(
                Award.Ending.Cause.NOT_ACCEPTED,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                today,
                ITSELF,
                Optional.empty());
    }
}
