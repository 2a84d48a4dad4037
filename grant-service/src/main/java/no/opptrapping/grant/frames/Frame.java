package no.opptrapping.grant.frames;

import java.util.Map;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * The frame (<i>ramme</i>) of a county governor's office of a scheme's year, each figure from an account of its own.
 *
 * @param authorised the authority to charge that it has been given
 * @param awarded the valid awards of it
 * @param paid what has been paid of them
 * @param claimed what is claimed back of it, since awards were reduced
 * @param unused not awarded
 */
public record Frame(
        CountyGovernorOfficeId office, Kroner authorised, Kroner awarded, Kroner paid, Kroner claimed, Kroner unused) {
    /** The frame with these balances of its accounts. */
    public static Frame of(CountyGovernorOfficeId office, Map<Account, Kroner> balances) {
        return new Frame(
                office,
                on(balances, Account.AUTHORISED),
                on(balances, Account.AWARDED),
                on(balances, Account.PAID_UNREPORTED)
                        .plus(on(balances, Account.SPENT))
                        .plus(on(balances, Account.UNSPENT))
                        .plus(on(balances, Account.CARRIED_OVER))
                        .plus(metOrNot(balances)),
                metOrNot(balances).plus(on(balances, Account.CLAIMED_CONTRA)),
                on(balances, Account.FRAME_UNUSED));
    }

    /** What has ever been claimed, whether it is owed, has been met or is given up. */
    private static Kroner metOrNot(Map<Account, Kroner> balances) {
        return on(balances, Account.CLAIM).plus(on(balances, Account.REPAID)).plus(on(balances, Account.WRITTEN_OFF));
    }

    private static Kroner on(Map<Account, Kroner> balances, Account account) {
        return balances.getOrDefault(account, Kroner.ZERO);
    }
}
