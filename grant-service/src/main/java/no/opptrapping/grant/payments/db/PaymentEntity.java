package no.opptrapping.grant.payments.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentProgress;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A row of the table payment. */
@Entity
@Table(name = "payment")
class PaymentEntity {
    @Id
    PaymentId id;

    @Nullable
    PaymentBatchId batchId;

    AwardId awardId;

    String awardReference;

    SchemeId schemeId;

    Year year;

    MunicipalityId municipalityId;

    MunicipalityId payeeId;

    Kroner amount;

    LocalDate dueOn;

    AccountNumber accountNumber;
    boolean needsReports;

    PaymentStatus status;
    long version;

    @EmbeddedColumnNaming("ordered_%s")
    Act ordered;

    @Nullable
    @EmbeddedColumnNaming("approved_%s")
    Act approved;

    @Nullable
    @EmbeddedColumnNaming("sent_%s")
    SendingColumns sent;

    @Nullable
    @EmbeddedColumnNaming("confirmed_%s")
    Act confirmed;

    @Nullable
    LocalDate paidOn;

    @Nullable
    String reference;

    @Nullable
    @EmbeddedColumnNaming("failed_%s")
    FailureColumns failed;

    @Nullable
    @EmbeddedColumnNaming("cancelled_%s")
    CancellationColumns cancelled;

    @SuppressWarnings("NullAway.Init")
    protected PaymentEntity() {}

    static PaymentEntity of(Payment payment) {
        var row = new PaymentEntity();
        row.id = payment.id();
        row.batchId = payment.batch().orElse(null);
        row.awardId = payment.award();
        row.awardReference = payment.awardReference();
        row.schemeId = payment.scheme();
        row.year = payment.year();
        row.municipalityId = payment.municipality();
        row.amount = payment.amount();
        row.dueOn = payment.dueOn();
        row.accountNumber = payment.account();
        row.needsReports = payment.needsReports();
        row.ordered = act(payment.ordered());
        row.change(payment);
        return row;
    }

    /** Takes over the step that the payment has taken. */
    final void change(Payment payment) {
        version = payment.version();
        payeeId = payment.payee();
        status = payment.status();
        var progress = payment.progress();
        approved = progress.approved().map(PaymentEntity::act).orElse(null);
        sent = progress.sent().map(SendingColumns::of).orElse(null);
        progress.confirmed().ifPresent(confirmation -> {
            confirmed = new Act(confirmation.by(), confirmation.at());
            paidOn = confirmation.paidOn();
            reference = confirmation.reference();
        });
        failed = progress.failed().map(FailureColumns::of).orElse(null);
        cancelled = progress.cancelled().map(CancellationColumns::of).orElse(null);
    }

    Payment toPayment() {
        return new Payment(
                id,
                Optional.ofNullable(batchId),
                version,
                status,
                awardId,
                awardReference,
                schemeId,
                year,
                municipalityId,
                payeeId,
                amount,
                dueOn,
                accountNumber,
                needsReports,
                act(ordered),
                new PaymentProgress(
                        Optional.ofNullable(approved).map(PaymentEntity::act),
                        Optional.ofNullable(sent).map(SendingColumns::sending),
                        confirmation(),
                        Optional.ofNullable(failed).map(FailureColumns::failure),
                        Optional.ofNullable(cancelled).map(CancellationColumns::cancellation)));
    }

    private Optional<Payment.Confirmation> confirmation() {
        return confirmed == null || paidOn == null || reference == null
                ? Optional.empty()
                : Optional.of(new Payment.Confirmation(confirmed.by(), confirmed.at(), paidOn, reference));
    }

    private static Act act(Payment.Act act) {
        return new Act(act.by(), act.at());
    }

    private static Payment.Act act(Act act) {
        return new Payment.Act(act.by(), act.at());
    }
}
