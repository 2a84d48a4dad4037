package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * What a bank says of one payment.
 *
 * @param reference the payment as the bank names it
 * @param payment the payment; empty when the reference is none of ours
 * @param on the day, in Norway, on which it was so
 * @param amount empty where the bank does not repeat it
 * @param bankReference the bank's own name for it
 * @param code the bank's reason, where it has one
 */
public record BankWord(
        String reference,
        Optional<PaymentId> payment,
        Kind kind,
        LocalDate on,
        Optional<Kroner> amount,
        String bankReference,
        String code,
        Optional<String> text) {
    /** What became of the payment. */
    public enum Kind {
        /** The bank has it and has not refused it. */
        ACCEPTED,
        /** The money has left. */
        CONFIRMED,
        /** The bank will not carry it out. */
        REJECTED,
        /** The money has come back. */
        RETURNED
    }

    /** What a word has done. */
    public enum Effect {
        /** Nothing: the bank has the payment. */
        ACCEPTED,
        /** The payment is confirmed. */
        CONFIRMED,
        /** The payment is rejected. */
        REJECTED,
        /** The money of the payment is back. */
        RETURNED,
        /** No payment: money has been paid back on a claim. */
        REPAID,
        /** No payment: money has come that a person is to place. */
        PUT_ASIDE,
        /** Nothing: it was known already. */
        KNOWN_BEFORE;

        /** Whether the payment is another one after it. */
        boolean moves() {
            return this != ACCEPTED && this != KNOWN_BEFORE;
        }

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
