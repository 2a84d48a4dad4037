package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterKind;
import no.opptrapping.grant.letters.WhenDelivered;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Counts the period to accept an award from the day on which its letter was delivered, where that is a later day than the
 * decision's. The last day is never earlier than the letter says.
 */
@ApplicationScoped
class StartAcceptancePeriod implements WhenDelivered {
    private final Awards awards;
    private final Outbox outbox;
    private final AuditLog audit;

    StartAcceptancePeriod(Awards awards, Outbox outbox, AuditLog audit) {
        this.awards = awards;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void delivered(Letter letter, Instant at) {
        if (letter.kind() != LetterKind.AWARD || letter.edition() != 1) {
            return;
        }
        awards.lock(new AwardId(letter.subject()))
                .filter(award -> award.status() == AwardStatus.AWARDED)
                .ifPresent(award -> {
                    var days = ChronoUnit.DAYS.between(award.decidedOn(), award.acceptBy());
                    var last = BusinessDates.of(at).plusDays(days);
                    if (last.isAfter(award.acceptBy())) {
                        extend(award.acceptableUntil(last));
                    }
                });
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
