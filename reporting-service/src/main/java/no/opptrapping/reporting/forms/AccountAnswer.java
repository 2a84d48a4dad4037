package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * The accounts (<i>regnskap</i>) of one award in one year, in whole kroner; null is not answered yet.
 *
 * @param carriedIn what was carried over (<i>overført</i>) from the year before; null: nothing was
 * @param received what was paid to the municipality
 * @param spent of the award's own money; the municipality's money beyond it is {@code ownShare}
 * @param unspent what is left of what was received and carried in
 * @param ownShare the municipality's own money (<i>egenandel</i>)
 * @param deviationExplained why much is left
 * @param auditorAttested whether the auditor has attested the accounts (<i>revisorattestasjon</i>)
 */
public record AccountAnswer(
        @NotNull UUID awardId,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kroner carriedIn,
        @Nullable Kroner received,
        @Nullable Kroner spent,
        @Nullable Kroner unspent,
        @Nullable Kroner ownShare,
        @Nullable @Size(max = 2000) @MayBeBlank String deviationExplained,
        @Nullable Boolean auditorAttested) {
    /** No amount in an account can be as large as this: the whole state budget is about two of them. */
    static final long LIMIT = 1_000_000_000_000L;

    /**
     * An account as somebody writes it.
     *
     * @throws IllegalArgumentException when an amount is beyond {@link #LIMIT}
     */
    public AccountAnswer {
        for (var amount : new @Nullable Kroner[] {carriedIn, received, spent, unspent, ownShare}) {
            if (amount != null && Math.abs(amount.value() / LIMIT) >= 1) {
                throw new IllegalArgumentException("An amount in an account is below " + LIMIT + " kroner");
            }
        }
    }

    /** The account of an award with what was received filled in and the rest open. */
    public static AccountAnswer opened(UUID awardId, Kroner received) {
        return new AccountAnswer(awardId, null, received, null, null, null, null, null);
    }

    /** The same account with other sums to account for; nothing carried in is left out. */
    public AccountAnswer with(Kroner carried, Kroner paid) {
        return new AccountAnswer(
                awardId,
                carried.isZero() ? null : carried,
                paid,
                spent,
                unspent,
                ownShare,
                deviationExplained,
                auditorAttested);
    }

    /** What was carried in; zero when nothing was. */
    public Kroner broughtForward() {
        return carriedIn == null ? Kroner.ZERO : carriedIn;
    }

    /** What there is to account for: what was received and what was carried in; null until the former is answered. */
    public @Nullable Kroner toAccountFor() {
        return received == null ? null : received.plus(broughtForward());
    }
}
