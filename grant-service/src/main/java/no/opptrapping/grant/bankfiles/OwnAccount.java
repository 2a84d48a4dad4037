package no.opptrapping.grant.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;

/** The account that is paid from, and that money is paid back to. */
@ApplicationScoped
public class OwnAccount {
    private final BankAccount account;

    OwnAccount(BankAccount account) {
        this.account = account;
    }

    /** Its number; empty when none is configured. */
    public Optional<AccountNumber> number() {
        return account.debtor().map(BankAccount.Debtor::account);
    }
}
