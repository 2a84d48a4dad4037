package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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

    /** What has become of them: that money has come, that the bank would not pay it, or that it is back. */
    @Transactional(TxType.MANDATORY)
    void settled(List<Payment> payments) {
        notices.tellEach(payments.stream()
                .map(payment -> new Notices.Addressed(payment.payee(), news(payment)))
                .toList());
    }

    private static News news(Payment payment) {
        return switch (payment.status()) {
            case CONFIRMED ->
                News.of(
                        NoticeKind.PAYMENT_CONFIRMED,
                        about(payment),
                        Map.of(
                                "reference",
                                payment.awardReference(),
                                "amount",
                                payment.amount(),
                                "paidOn",
                                payment.progress().confirmed().orElseThrow().paidOn()));
            case REJECTED -> failed(NoticeKind.PAYMENT_REJECTED, payment);
            case RETURNED -> failed(NoticeKind.PAYMENT_RETURNED, payment);
            case ORDERED, APPROVED, SENT, CANCELLED ->
                throw new IllegalArgumentException("The bank has not had its say: " + payment);
        };
    }

    private static News failed(NoticeKind kind, Payment payment) {
        return News.of(kind, about(payment), Map.of("reference", payment.awardReference(), "amount", payment.amount()));
    }

    private static String about(Payment payment) {
        return "/v1/awards/" + payment.award();
    }
}
