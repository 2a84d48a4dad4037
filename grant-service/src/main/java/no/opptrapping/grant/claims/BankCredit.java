package no.opptrapping.grant.claims;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Money that has come to the account and is no payment's of ours that came back: placed on the claim whose KID it has, or put
 * aside for a person.
 *
 * @param line what the bank's line is known by: the same in whatever file it stands
 * @param reference what the payer gives as its reference; empty when nothing
 * @param payer what the bank calls whoever paid; empty when it does not say
 * @param aside why it is for a person; empty: it is placed
 * @param claim the claim whose KID it has
 * @param surplus what it is more than was owed
 * @param placed what of it stands in steps of claims, also such as wait for another person
 */
public record BankCredit(
        BankCreditId id,
        String line,
        String reference,
        Ore amount,
        LocalDate bookedOn,
        String bankReference,
        String payer,
        String readBy,
        Instant readAt,
        Optional<Aside> aside,
        Optional<ClaimId> claim,
        Optional<Kroner> surplus,
        Kroner placed,
        Optional<Closing> closing) {
    /** Why nobody but a person can place it. */
    @Schema(name = "CreditAside")
    public enum Aside {
        /** It has no reference that is a KID. */
        NO_KID,
        /** No claim has its KID. */
        UNKNOWN_KID,
        /** It is more than is owed of the claim. */
        MORE_THAN_OWED,
        /** Nothing is owed of the claim. */
        NOTHING_OWED,
        /** It is not whole kroner. */
        NOT_WHOLE_KRONER;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one with the code; an unknown one is a bug, since the database knows the same. */
        public static Aside of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** That nothing more is to be done about it, and what was done with what is not placed. */
    public record Closing(String by, Instant at, String reason) {}

    /** Whether a person is to place it, or to say what became of it. */
    public boolean isAside() {
        return aside.isPresent() && closing.isEmpty();
    }

    /** What of it can still be placed, in whole kroner. */
    public Kroner left() {
        return Kroner.of(amount.value() / 100).minus(placed);
    }

    BankCredit closed(Closing how) {
        return new BankCredit(
                id,
                line,
                reference,
                amount,
                bookedOn,
                bankReference,
                payer,
                readBy,
                readAt,
                aside,
                claim,
                surplus,
                placed,
                Optional.of(how));
    }
}
