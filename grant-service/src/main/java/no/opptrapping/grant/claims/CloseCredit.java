package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/** Says that nothing more is to be done about money that was put aside, and what was done with what is not placed. */
@ApplicationScoped
public class CloseCredit {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is closed. */
        record Closed(BankCredit credit) implements Outcome {}

        /** It is placed, or closed already. */
        record NotAside() implements Outcome {}

        /** There is no such credit. */
        record Unknown() implements Outcome {}
    }

    private final BankCredits credits;
    private final Claims claims;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    CloseCredit(BankCredits credits, Claims claims, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.credits = credits;
        this.claims = claims;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Closes it.
     *
     * @param by the subject of the person
     */
    @Transactional
    public Outcome close(BankCreditId id, String reason, String by) {
        var found = credits.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        found.get()
                .claim()
                .flatMap(claims::find)
                .ifPresent(claim -> impartiality.require("bank-credit.closed", claim.scheme()));
        if (!found.get().isAside()) {
            return new Outcome.NotAside();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var closed = found.get().closed(new BankCredit.Closing(by, now, reason.strip()));
        credits.close(closed);
        audit.decision("bank-credit.closed", id.toString(), Map.of());
        return new Outcome.Closed(closed);
    }
}
