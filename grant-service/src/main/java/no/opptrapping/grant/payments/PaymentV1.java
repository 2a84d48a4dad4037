package no.opptrapping.grant.payments;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** What the world is told of a payment: contracts/payment.v1.schema.json. */
record PaymentV1(
        PaymentId paymentId,
        long version,
        PaymentStatus status,
        AwardId awardId,
        MunicipalityId municipalityId,
        int year,
        Kroner amount,
        @Nullable LocalDate paidOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable MunicipalityId payeeId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Failure failure) {
    /** Why the money did not arrive. */
    record Failure(
            String code,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String text,

            LocalDate on) {
        static Failure of(PaymentProgress.Failure failure) {
            return new Failure(failure.code(), failure.text().orElse(null), failure.on());
        }
    }

    static final String TOPIC = "payment.v1";

    static OutgoingEvent event(Payment payment) {
        return new OutgoingEvent(
                TOPIC,
                payment.award().toString(),
                "no.opptrapping." + TOPIC,
                payment.id().toString(),
                payment.version(),
                of(payment));
    }

    static PaymentV1 of(Payment payment) {
        return new PaymentV1(
                payment.id(),
                payment.version(),
                payment.status(),
                payment.award(),
                payment.municipality(),
                payment.year().getValue(),
                payment.amount(),
                payment.progress().confirmed().map(Payment.Confirmation::paidOn).orElse(null),
                payment.payee().equals(payment.municipality()) ? null : payment.payee(),
                payment.progress().failed().map(Failure::of).orElse(null));
    }
}
