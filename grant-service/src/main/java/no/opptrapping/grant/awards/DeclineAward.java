package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.time.BusinessDates;

/** Takes a municipality's no to an award (takker nei): nothing is left of it, and its money can be awarded again. */
@ApplicationScoped
public class DeclineAward {
    /**
     * The answer as sent.
     *
     * @param declinedBy the person who signs for the municipality
     */
    public record Command(AwardId award, String declinedBy, String reason) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Nothing is left of the award. */
        record Declined(Award award) implements Outcome {}

        /** Nothing is changed: the award does not wait for an answer. */
        record NotWaiting(AwardStatus status) implements Outcome {}

        /** There is no such award, or it is not the caller's. */
        record Unknown() implements Outcome {}
    }

    private final Awards awards;
    private final EndAward endAward;
    private final CallerSight sight;
    private final Clock clock;

    DeclineAward(Awards awards, EndAward endAward, CallerSight sight, Clock clock) {
        this.awards = awards;
        this.endAward = endAward;
        this.sight = sight;
        this.clock = clock;
    }

    /** Declines the award for the caller's municipality, or says why not. */
    @Transactional
    public Outcome decline(Command command) {
        var found = awards.lock(command.award())
                .filter(award -> sight.reaches(
                        award.recipient().municipality(),
                        "award.declination",
                        award.id().toString()));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var award = found.get();
        if (award.status() != AwardStatus.AWARDED) {
            return new Outcome.NotWaiting(award.status());
        }
        return new Outcome.Declined(endAward.end(
                award,
                new Award.Ending(
                        Award.Ending.Cause.DECLINED,
                        clock.instant().truncatedTo(ChronoUnit.MICROS),
                        BusinessDates.today(clock),
                        command.declinedBy().strip(),
                        Optional.of(command.reason().strip()))));
    }
}
