package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.Map;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.WhenDelivered;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Counts the period to accept an award from the day on which its letter, or that of a change of its amount, was delivered,
 * where that is a later day than the decision's. The last day is never earlier than the letter says.
 */
@ApplicationScoped
class StartAcceptancePeriod implements WhenDelivered {
    private final Awards awards;
    private final AcceptanceDays acceptanceDays;
    private final Outbox outbox;
    private final AuditLog audit;

    StartAcceptancePeriod(Awards awards, AcceptanceDays acceptanceDays, Outbox outbox, AuditLog audit) {
        this.awards = awards;
        this.acceptanceDays = acceptanceDays;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void delivered(Letter letter, Instant at) {
        if (letter.kind() != LetterKind.AWARD) {
            return;
        }
        awards.lock(new AwardId(letter.subject()))
                .filter(award -> award.status() == AwardStatus.AWARDED && beginsIt(letter, award))
                .ifPresent(award -> {
                    var last = BusinessDates.of(at).plusDays(acceptanceDays.of(award));
                    if (last.isAfter(award.acceptBy())) {
                        extend(award.acceptableUntil(last));
                    }
                });
    }

    /** Its first letter, and the one of each change of its amount; what is promised of later years gives no more time. */
    private static boolean beginsIt(Letter letter, Award award) {
        return letter.edition() == 1
                || award.changes().stream().anyMatch(change -> change.at().equals(letter.decidedAt()));
    }

    private void extend(Award extended) {
        awards.update(extended);
        outbox.append(AwardV1.event(extended));
        audit.decision(
                "award.acceptance-period",
                extended.id().toString(),
                Map.of("acceptBy", extended.acceptBy().toString()));
    }
}
