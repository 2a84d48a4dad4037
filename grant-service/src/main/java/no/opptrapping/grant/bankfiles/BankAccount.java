package no.opptrapping.grant.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The account that awards are paid from, as configured; without it no file is made or read. */
@ApplicationScoped
class BankAccount {
    /**
     * Whose account it is.
     *
     * @param bic the bank's identifier by ISO 9362, eight or eleven characters
     */
    record Debtor(String name, OrganisationNumber organisation, AccountNumber account, String bic) {}

    private final Optional<Debtor> debtor;

    BankAccount(
            @ConfigProperty(name = "opptrapping.bank.debtor-name") Optional<String> name,
            @ConfigProperty(name = "opptrapping.bank.debtor-organisation") Optional<String> organisation,
            @ConfigProperty(name = "opptrapping.bank.debtor-account") Optional<String> account,
            @ConfigProperty(name = "opptrapping.bank.debtor-bic") Optional<String> bic) {
        this.debtor = account.map(number -> new Debtor(
                needed("debtor-name", name),
                OrganisationNumber.parse(needed("debtor-organisation", organisation))
                        .orElseThrow(() -> unfit("debtor-organisation")),
                AccountNumber.parse(number).orElseThrow(() -> unfit("debtor-account")),
                Optional.of(needed("debtor-bic", bic))
                        .filter(one -> one.matches("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?"))
                        .orElseThrow(() -> unfit("debtor-bic"))));
    }

    /** Empty when the account is not configured. */
    Optional<Debtor> debtor() {
        return debtor;
    }

    private static String needed(String name, Optional<String> value) {
        return value.orElseThrow(() -> unfit(name));
    }

    private static IllegalStateException unfit(String name) {
        return new IllegalStateException("opptrapping.bank." + name + " is not what it has to be");
    }
}
