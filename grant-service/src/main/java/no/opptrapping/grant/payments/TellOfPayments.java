package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;

/** Tells of a payment the municipality that is paid. */
@ApplicationScoped
class TellOfPayments {
    private final Notices notices;

    TellOfPayments(Notices notices) {
        this.notices = notices;
    }

    /** That money has come. */
    @Transactional(TxType.MANDATORY)
    void confirmed(List<Payment> payments, LocalDate paidOn) {
        notices.tellEach(payments.stream()
                .map(payment -> new Notices.Addressed(
                        payment.payee(),
                        News.of(
                                NoticeKind.PAYMENT_CONFIRMED,
                                about(payment),
                                Map.of(
                                        "reference", payment.awardReference(),
                                        "amount", payment.amount(),
                                        "paidOn", paidOn))))
                .toList());
    }

    /** That the bank has rejected it. */
    @Transactional(TxType.MANDATORY)
    void rejected(Payment payment) {
        notices.tell(
                payment.payee(),
                News.of(
                        NoticeKind.PAYMENT_REJECTED,
                        about(payment),
                        Map.of("reference", payment.awardReference(), "amount", payment.amount())));
    }

    private static String about(Payment payment) {
        return "/v1/awards/" + payment.award();
    }
}
