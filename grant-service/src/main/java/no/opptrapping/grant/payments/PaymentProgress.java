package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has become of a payment since it was ordered. */
public record PaymentProgress(
        Optional<Payment.Act> approved,
        Optional<Sending> sent,
        Optional<Payment.Confirmation> confirmed,
        Optional<Failure> failed,
        Optional<Cancellation> cancelled) {
    static final PaymentProgress NONE = new PaymentProgress(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Its way to the bank.
     *
     * @param file the number of the file that it was sent in
     */
    public record Sending(String by, Instant at, long file) {}

    /**
     * The bank's word that the money did not arrive: rejected before it left, or returned afterwards.
     *
     * @param code the reason, four letters or digits of ISO 20022's external code sets, for example {@code AC01}
     * @param text the bank's own words
     * @param claimSettled what of the money that came back had been claimed, and is so no more; zero when none had
     */
    public record Failure(
            String by, Instant at, LocalDate on, String code, Optional<String> text, Kroner claimSettled) {
        /** One that settles no claim. */
        public Failure(String by, Instant at, LocalDate on, String code, Optional<String> text) {
            this(by, at, on, code, text, Kroner.ZERO);
        }

        Failure settling(Kroner claim) {
            return new Failure(by, at, on, code, text, claim);
        }
    }

    /** Why it is not to be carried out. */
    public record Cancellation(String by, Instant at, Reason reason) {
        /** What happened. */
        @Schema(name = "PaymentCancellationReason")
        public enum Reason {
            /** The municipality has stated another account than the one that was ordered to. */
            ACCOUNT_CHANGED,
            /** The award has been reduced, and what is left of it is ordered again. */
            AWARD_CHANGED;

            /** The word for it in JSON and in the database. */
            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    PaymentProgress approved(Payment.Act act) {
        return new PaymentProgress(Optional.of(act), sent, confirmed, failed, cancelled);
    }

    PaymentProgress sent(Sending sending) {
        return new PaymentProgress(approved, Optional.of(sending), confirmed, failed, cancelled);
    }

    PaymentProgress confirmed(Payment.Confirmation confirmation) {
        return new PaymentProgress(approved, sent, Optional.of(confirmation), failed, cancelled);
    }

    PaymentProgress failed(Failure failure) {
        return new PaymentProgress(approved, sent, confirmed, Optional.of(failure), cancelled);
    }

    PaymentProgress cancelled(Cancellation cancellation) {
        return new PaymentProgress(approved, sent, confirmed, failed, Optional.of(cancellation));
    }
}
