package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownPayment;
import no.opptrapping.reporting.known.PaymentStatus;

@Entity
@Table(name = "known_payment")
class PaymentEntity {
    @Id
    UUID paymentId;

    UUID awardId;

    Year year;

    boolean confirmed;

    long amount;

    @SuppressWarnings("NullAway.Init")
    PaymentEntity() {}

    PaymentEntity(KnownPayment payment) {
        this.paymentId = payment.paymentId();
        this.awardId = payment.awardId();
        this.year = payment.year();
        this.confirmed = payment.status() == PaymentStatus.CONFIRMED;
        this.amount = payment.amount().value();
    }
}
