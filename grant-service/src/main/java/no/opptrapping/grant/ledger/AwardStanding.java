package no.opptrapping.grant.ledger;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Year;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/**
 * How an award stands in a year according to the ledger alone.
 *
 * @param year the one that it was given for, or another into which money of it was carried over
 */
public record AwardStanding(UUID award, SchemeId scheme, Year year, Map<Account, Kroner> balances) {
    /** How far the money has come. */
    public enum State {
        /** Awarded, nothing paid. */
        UNPAID,
        /** Some of it is paid. */
        PARTLY_PAID,
        /** All of it is paid, none of it or not all of it is accounted for. */
        PAID,
        /** All of it is paid and accounted for in an approved report. */
        REPORTED,
        /** Nothing is left of it: it was annulled before any of it was paid. */
        ANNULLED;

        /** The state's name in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public AwardStanding {
        balances = Map.copyOf(balances);
    }

    /** The balance of one account, zero when nothing was posted on it. */
    public Kroner on(Account account) {
        return balances.getOrDefault(account, Kroner.ZERO);
    }

    /** What was carried over into the year. */
    public Kroner carriedIn() {
        return on(Account.CARRIED_IN).negated();
    }

    /** What a report of the year has to account for: what was paid and is not claimed, and what was carried in. */
    public Kroner toAccountFor() {
        return on(Account.PAID_UNREPORTED)
                .plus(on(Account.CARRIED_UNREPORTED))
                .plus(reportedSpent())
                .plus(reportedUnspent());
    }

    /** What its last approved report says is left over, whatever has become of it since. */
    public Kroner reportedUnspent() {
        return on(Account.UNSPENT).plus(on(Account.CARRIED_OVER)).plus(on(Account.CLAIMED_UNSPENT));
    }

    /** What its last approved report says is spent, whatever of it has been claimed back since. */
    public Kroner reportedSpent() {
        return on(Account.SPENT).plus(on(Account.CLAIMED_SPENT));
    }

    /** How far the money has come. */
    public State state() {
        if (on(Account.AWARDED).isZero()) {
            return State.ANNULLED;
        }
        if (on(Account.AWARDED_UNPAID).isPositive()) {
            return on(Account.AWARDED_UNPAID).equals(on(Account.AWARDED)) ? State.UNPAID : State.PARTLY_PAID;
        }
        return on(Account.PAID_UNREPORTED).isPositive() ? State.PAID : State.REPORTED;
    }
}
