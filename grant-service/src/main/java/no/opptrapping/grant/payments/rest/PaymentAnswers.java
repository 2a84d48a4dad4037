package no.opptrapping.grant.payments.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.opptrapping.grant.payments.ApprovePayments;
import no.opptrapping.grant.payments.ConfirmPayments;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.platform.problems.Problems;

/** What is answered to an approval and to a confirmation, of one payment or of a batch. */
@ApplicationScoped
class PaymentAnswers {
    private final Problems problems;

    PaymentAnswers(Problems problems) {
        this.problems = problems;
    }

    Response approval(ApprovePayments.Outcome outcome, BiFunction<List<Payment>, List<Left>, Response> done) {
        return switch (outcome) {
            case ApprovePayments.Outcome.Approved(var payments, var left) -> done.apply(payments, left);
            case ApprovePayments.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ApprovePayments.Outcome.OrderedBySamePerson() -> problems.forbidden("payment.orderer-may-not-approve");
            case ApprovePayments.Outcome.NotOrdered(var status) ->
                problems.conflict("payment.not-waiting-for-approval", "state", status.code());
            case ApprovePayments.Outcome.Unknown() -> problems.notFound();
        };
    }

    Response confirmation(ConfirmPayments.Outcome outcome, Function<List<Payment>, Response> done) {
        return switch (outcome) {
            case ConfirmPayments.Outcome.Confirmed(var payments) -> done.apply(payments);
            case ConfirmPayments.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ConfirmPayments.Outcome.NotApproved(var status) ->
                problems.conflict("payment.not-approved", "state", status.code());
            case ConfirmPayments.Outcome.Unknown() -> problems.notFound();
        };
    }
}
