package no.opptrapping.grant.payments.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** A row of the table payment. */
@Entity
@Table(name = "payment")
class PaymentEntity {
    @Id
    UUID id;

    @Column(name = "batch_id")
    @Nullable
    UUID batchId;

    @Column(name = "award_id")
    UUID awardId;

    @Column(name = "award_reference")
    String awardReference;

    @Column(name = "scheme_id")
    UUID schemeId;

    Year year;

    @Column(name = "municipality_id")
    MunicipalityId municipalityId;

    @Column(name = "payee_id")
    MunicipalityId payeeId;

    Kroner amount;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "account_number")
    String accountNumber;

    String status;
    long version;

    @Column(name = "ordered_by")
    String orderedBy;

    @Column(name = "ordered_at")
    Instant orderedAt;

    @Column(name = "approved_by")
    @Nullable
    String approvedBy;

    @Column(name = "approved_at")
    @Nullable
    Instant approvedAt;

    @Column(name = "confirmed_by")
    @Nullable
    String confirmedBy;

    @Column(name = "confirmed_at")
    @Nullable
    Instant confirmedAt;

    @Column(name = "paid_on")
    @Nullable
    LocalDate paidOn;

    @Nullable
    String reference;

    @SuppressWarnings("NullAway.Init")
    protected PaymentEntity() {}

    static PaymentEntity of(Payment payment) {
        var row = new PaymentEntity();
        row.id = payment.id().value();
        row.batchId = payment.batch().map(PaymentBatchId::value).orElse(null);
        row.awardId = payment.award().value();
        row.awardReference = payment.awardReference();
        row.schemeId = payment.scheme().value();
        row.year = payment.year();
        row.municipalityId = payment.municipality();
        row.amount = payment.amount();
        row.dueOn = payment.dueOn();
        row.accountNumber = payment.account().value();
        row.orderedBy = payment.ordered().by();
        row.orderedAt = payment.ordered().at();
        row.change(payment);
        return row;
    }

    /** Takes over the step that the payment has taken. */
    final void change(Payment payment) {
        version = payment.version();
        payeeId = payment.payee();
        status = payment.status().code();
        payment.approved().ifPresent(approval -> {
            approvedBy = approval.by();
            approvedAt = approval.at();
        });
        payment.confirmed().ifPresent(confirmation -> {
            confirmedBy = confirmation.by();
            confirmedAt = confirmation.at();
            paidOn = confirmation.paidOn();
            reference = confirmation.reference();
        });
    }

    Payment toPayment() {
        return new Payment(
                new PaymentId(id),
                Optional.ofNullable(batchId).map(PaymentBatchId::new),
                version,
                PaymentStatus.parse(status).orElseThrow(),
                new AwardId(awardId),
                awardReference,
                new SchemeId(schemeId),
                year,
                municipalityId,
                payeeId,
                amount,
                dueOn,
                new AccountNumber(accountNumber),
                new Payment.Act(orderedBy, orderedAt),
                approvedBy == null || approvedAt == null
                        ? Optional.empty()
                        : Optional.of(new Payment.Act(approvedBy, approvedAt)),
                confirmedBy == null || confirmedAt == null || paidOn == null || reference == null
                        ? Optional.empty()
                        : Optional.of(new Payment.Confirmation(confirmedBy, confirmedAt, paidOn, reference)));
    }
}
