package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;

/** Ends an award that waits for acceptance: status, ledger and event in one transaction; its money is available again. */
@ApplicationScoped
class EndAward {
    private final Awards awards;
    private final Ledger ledger;
    private final Outbox outbox;
    private final TellOfAwards tell;
    private final AuditLog audit;

    EndAward(Awards awards, Ledger ledger, Outbox outbox, TellOfAwards tell, AuditLog audit) {
        this.tell = tell;
        this.awards = awards;
        this.ledger = ledger;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Ends an award that the caller has locked and found waiting. */
    @Transactional(TxType.MANDATORY)
    Award end(Award award, Award.Ending ending) {
        if (award.status() != AwardStatus.AWARDED) {
            throw new IllegalArgumentException("Only an award that waits can end so: " + award.reference());
        }
        var ended = award.ended(ending);
        awards.update(ended);
        ledger.post(Posting.annulled(
                award.purpose().scheme(), award.year(), award.id().value(), award.amount(), ending.by(), ending.at()));
        outbox.append(AwardV1.event(ended));
        if (ending.cause() == Award.Ending.Cause.NOT_ACCEPTED) {
            tell.lapsed(ended);
        }
        audit.decision(
                "award.ended",
                award.id().toString(),
                Map.of(
                        "reference", award.reference(),
                        "cause", ending.cause().code(),
                        "amount", award.amount().toString()));
        return ended;
    }
}
