package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Shows what has come from the bank and is no payment's. */
@ApplicationScoped
@Transactional
public class SeeCredits {
    private final BankCredits credits;

    SeeCredits(BankCredits credits) {
        this.credits = credits;
    }

    /** The credit, if there is one. */
    public Optional<BankCredit> find(BankCreditId id) {
        return credits.find(id);
    }

    /** Those that are for a person, those that are not, or all; in the order in which they were read. */
    public List<BankCredit> list(Optional<Boolean> aside, Optional<BankCredits.Key> after, int limit) {
        return credits.list(aside, after, limit);
    }
}
