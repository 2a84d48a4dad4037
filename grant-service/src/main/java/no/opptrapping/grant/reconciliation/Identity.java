package no.opptrapping.grant.reconciliation;

import java.time.Year;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/**
 * Two figures of a scheme's year that must be equal.
 *
 * @param name what must hold, for example {@code awarded + carried in = spent + unspent + outstanding}
 * @param account the account whose balance is at fault when it does not hold, else the account that it is about
 */
public record Identity(SchemeId scheme, Year year, String name, Account account, Kroner left, Kroner right) {
    /** Zero when the identity holds. */
    public Kroner difference() {
        return left.minus(right);
    }

    /** Whether the figures are equal. */
    public boolean holds() {
        return left.equals(right);
    }
}
