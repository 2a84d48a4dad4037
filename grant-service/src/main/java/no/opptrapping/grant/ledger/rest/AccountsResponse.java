package no.opptrapping.grant.ledger.rest;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The accounts of a scheme's year, and the figures that people ask for. Each figure is read from an account of its own;
 * the outstanding is the sum of awarded-unpaid, paid-unreported and carried-unreported, and the unspent, which is what the reports say, of what is
 * left of it and what of it was carried over.
 */
@Schema(name = "LedgerAccounts")
record AccountsResponse(
        @Schema(maxItems = 30) List<Balance> accounts,
        Kroner appropriated,
        Kroner authorised,
        Kroner awarded,
        Kroner frameworkPaid,
        Kroner undistributed,
        Kroner spent,
        Kroner unspent,
        Kroner carriedOver,
        Kroner carriedIn,
        Kroner outstanding) {
    @Schema(name = "LedgerBalance")
    record Balance(Account account, Kroner balance) {}

    static AccountsResponse of(Map<Account, Kroner> balances) {
        return new AccountsResponse(
                balances.entrySet().stream()
                        .map(entry -> new Balance(entry.getKey(), entry.getValue()))
                        .toList(),
                on(balances, Account.APPROPRIATED).negated(),
                on(balances, Account.AUTHORISED),
                on(balances, Account.AWARDED),
                on(balances, Account.FRAMEWORK_PAID),
                on(balances, Account.AVAILABLE),
                on(balances, Account.SPENT).plus(on(balances, Account.CLAIMED_SPENT)),
                on(balances, Account.UNSPENT)
                        .plus(on(balances, Account.CARRIED_OVER))
                        .plus(on(balances, Account.CLAIMED_UNSPENT)),
                on(balances, Account.CARRIED_OVER),
                on(balances, Account.CARRIED_IN).negated(),
                on(balances, Account.AWARDED_UNPAID)
                        .plus(on(balances, Account.PAID_UNREPORTED))
                        .plus(on(balances, Account.CARRIED_UNREPORTED)));
    }

    private static Kroner on(Map<Account, Kroner> balances, Account account) {
        return balances.getOrDefault(account, Kroner.ZERO);
    }
}
