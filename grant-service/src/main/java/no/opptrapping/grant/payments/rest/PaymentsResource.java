package no.opptrapping.grant.payments.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.ApprovePayments;
import no.opptrapping.grant.payments.ConfirmPayments;
import no.opptrapping.grant.payments.OrderPayments;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.payments.Payments;
import no.opptrapping.grant.payments.SeePayments;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Single payments: ordered, approved by another person, confirmed. */
@Path("/v1/payments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class PaymentsResource {
    private final OrderPayments orderPayments;
    private final ApprovePayments approvePayments;
    private final ConfirmPayments confirmPayments;
    private final SeePayments seePayments;
    private final CurrentCaller caller;
    private final PaymentAnswers answers;
    private final Problems problems;

    PaymentsResource(
            OrderPayments orderPayments,
            ApprovePayments approvePayments,
            ConfirmPayments confirmPayments,
            SeePayments seePayments,
            CurrentCaller caller,
            PaymentAnswers answers,
            Problems problems) {
        this.orderPayments = orderPayments;
        this.approvePayments = approvePayments;
        this.confirmPayments = confirmPayments;
        this.seePayments = seePayments;
        this.caller = caller;
        this.answers = answers;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The payment is ordered; another person has to approve it",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(operationId = "orderPayment", summary = "Order a payment of an award")
    public Response order(@Valid @NotNull PaymentRequest request) {
        var outcome = orderPayments.order(
                request.awardId(),
                request.amount(),
                request.dueOn(),
                caller.staff().subject());
        return switch (outcome) {
            case OrderPayments.Outcome.Ordered(var payment) -> created(payment);
            case OrderPayments.Outcome.Refused(var broken) -> problems.rejected(broken);
            case OrderPayments.Outcome.UnknownAward() ->
                problems.rejected(List.of(BrokenRule.of("payment.award-unknown", "/awardId")));
        };
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed({Roles.CONTROLLER, Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The payment is approved",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(
            operationId = "approvePayment",
            summary = "Approve a payment as another person than the one who ordered it")
    public Response approve(@PathParam("id") PaymentId id) {
        return answers.approval(
                approvePayments.approve(id, caller.staff().subject()), (done, _) -> created(done.getFirst()));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The bank has confirmed the payment",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(operationId = "confirmPayment", summary = "Confirm that the bank has paid")
    public Response confirm(@PathParam("id") PaymentId id, @Valid @NotNull ConfirmationRequest request) {
        return answers.confirmation(
                confirmPayments.confirm(
                        id, request.paidOn(), request.reference(), caller.get().name()),
                done -> created(done.getFirst()));
    }

    @GET
    @RolesAllowed({Roles.STAFF, Roles.INTERNAL_READ})
    @Operation(operationId = "listPayments", summary = "List payments")
    public Page<PaymentResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("status") @Nullable PaymentStatus status,
            @QueryParam("awardId") @Nullable AwardId awardId,
            @QueryParam("batchId") @Nullable PaymentBatchId batchId,
            @Valid @BeanParam PageQuery page) {
        var filter = new Payments.Filter(
                Optional.ofNullable(schemeId),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(status),
                Optional.ofNullable(awardId),
                Optional.ofNullable(batchId),
                Optional.empty());
        var after = page.cursor(2).map(cursor -> new Payments.Key(cursor.text(0), new PaymentId(cursor.uuid(1))));
        return Page.of(
                        seePayments.list(filter, after, page.limit() + 1),
                        page.limit(),
                        payment ->
                                List.of(payment.awardReference(), payment.id().toString()))
                .map(PaymentResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.INTERNAL_READ})
    @APIResponse(
            responseCode = "200",
            description = "The payment",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(operationId = "getPayment", summary = "Read a payment")
    public Response get(@PathParam("id") PaymentId id) {
        return seePayments
                .find(id)
                .map(payment -> Response.ok(PaymentResponse.of(payment)).build())
                .orElseGet(problems::notFound);
    }

    private static Response created(Payment payment) {
        return Response.created(URI.create("/v1/payments/" + payment.id()))
                .entity(PaymentResponse.of(payment))
                .build();
    }
}
