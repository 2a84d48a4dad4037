package no.opptrapping.grant.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.BiFunction;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/** Approves an account that a municipality has stated, or refuses it: the act of a person at the Directorate. */
@ApplicationScoped
public class DecideAccount {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is in force, or it is not used. */
        record Decided(AwardAccount account) implements Outcome {}

        /** Nothing is changed: it does not wait for approval. */
        record NotWaiting(AccountStatus status) implements Outcome {}

        /** There is no such award or account. */
        record Unknown() implements Outcome {}
    }

    private final Awards awards;
    private final Accounts accounts;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DecideAccount(Awards awards, Accounts accounts, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.awards = awards;
        this.accounts = accounts;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Has the account used from now on. */
    @Transactional
    public Outcome approve(AwardId award, int number, String by) {
        var outcome = decide(award, number, (waiting, at) -> waiting.approved(by, at));
        if (outcome instanceof Outcome.Decided) {
            audit.decision("award.account-approved", award.toString(), Map.of("number", Integer.toString(number)));
        }
        return outcome;
    }

    /** Keeps the account from being used; the one in force stays. */
    @Transactional
    public Outcome refuse(AwardId award, int number, String reason, String by) {
        var outcome = decide(award, number, (waiting, at) -> waiting.refused(by, at, reason.strip()));
        if (outcome instanceof Outcome.Decided) {
            audit.decision("award.account-refused", award.toString(), Map.of("number", Integer.toString(number)));
        }
        return outcome;
    }

    private Outcome decide(AwardId id, int number, BiFunction<AwardAccount, Instant, AwardAccount> decision) {
        var award = awards.lock(id);
        var found = accounts.of(id, number - 1, 1).stream()
                .filter(one -> one.number() == number)
                .findAny();
        if (award.isEmpty() || found.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("award.account-decided", award.get().purpose().scheme());
        if (found.get().status() != AccountStatus.WAITING) {
            return new Outcome.NotWaiting(found.get().status());
        }
        var decided = decision.apply(found.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (decided.status() == AccountStatus.IN_FORCE) {
            accounts.standing(id).inForce().map(AwardAccount::replaced).ifPresent(accounts::update);
        }
        accounts.update(decided);
        return new Outcome.Decided(decided);
    }
}
