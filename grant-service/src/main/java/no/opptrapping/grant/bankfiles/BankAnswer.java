package no.opptrapping.grant.bankfiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.payments.BankWord;
import no.opptrapping.grant.payments.PaymentId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file from the bank that has been taken in.
 *
 * @param number in the order they were read
 * @param messageId what the bank calls it
 * @param sha256 of its bytes, in hexadecimal; the same bytes are taken in once
 * @param entries what each payment in it became, in the order of the file
 */
public record BankAnswer(
        long number, Kind kind, String messageId, String sha256, List<Entry> entries, String readBy, Instant readAt) {
    /** Which message of ISO 20022. */
    @Schema(name = "BankAnswerKind")
    public enum Kind {
        /** pain.002.001.10: whether the bank will carry out payments. */
        @JsonProperty("pain.002")
        STATUS_REPORT("pain.002"),
        /** camt.054.001.08: what has been booked on the account. */
        @JsonProperty("camt.054")
        NOTIFICATION("camt.054");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /** The word for it in JSON and in the database. */
        public String code() {
            return code;
        }
    }

    /**
     * One payment in it.
     *
     * @param effect what it did; {@code not-ours} for what is booked without a reference of ours
     */
    @Schema(name = "BankAnswerEntry")
    public record Entry(
            @Schema(maxLength = 100, description = "The payment as the bank names it; empty when it does not")
            String reference,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            PaymentId paymentId,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "What it did; absent for what is booked on the account without a payment's reference")
            BankWord.@Nullable Effect effect,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(maxLength = 4, description = "The bank's reason, when the money did not arrive")
            @Nullable
            String code) {}

    public BankAnswer {
        entries = List.copyOf(entries);
    }
}
