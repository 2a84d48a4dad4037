package no.opptrapping.grant.payments.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Year;
import java.util.List;
import no.opptrapping.grant.payments.ApprovePayments;
import no.opptrapping.grant.payments.ConfirmPayments;
import no.opptrapping.grant.payments.Left;
import no.opptrapping.grant.payments.OrderPayments;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.SeePayments;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Payments of everything accepted and unpaid of a scheme's year, step by step together. */
@Path("/v1/payment-batches")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Payments")
class PaymentBatchesResource {
    private final OrderPayments orderPayments;
    private final ApprovePayments approvePayments;
    private final ConfirmPayments confirmPayments;
    private final SeePayments seePayments;
    private final CurrentCaller caller;
    private final PaymentAnswers answers;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;

    PaymentBatchesResource(
            OrderPayments orderPayments,
            ApprovePayments approvePayments,
            ConfirmPayments confirmPayments,
            SeePayments seePayments,
            CurrentCaller caller,
            PaymentAnswers answers,
            CurrentLanguage language,
            Texts texts,
            Problems problems) {
        this.language = language;
        this.texts = texts;
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
            description = "All payments of the batch are ordered; another person has to approve them",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BatchResponse.class)))
    @Operation(operationId = "orderPaymentBatch", summary = "Order all payments of a batch at once")
    public Response order(@Valid @NotNull BatchRequest request) {
        var outcome = orderPayments.orderAll(
                request.schemeId(),
                Year.of(request.year()),
                request.dueOn(),
                caller.staff().subject());
        return switch (outcome) {
            case OrderPayments.BatchOutcome.Ordered(var batch, var payments, var left) ->
                created(batch.id(), payments, left);
            case OrderPayments.BatchOutcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed({Roles.CONTROLLER, Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "All payments of the batch are approved",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BatchResponse.class)))
    @Operation(
            operationId = "approvePaymentBatch",
            summary = "Approve a batch as another person than the one who ordered it")
    public Response approve(@PathParam("id") PaymentBatchId id) {
        return answers.approval(
                approvePayments.approve(id, caller.staff().subject()), (done, left) -> created(id, done, left));
    }

    @POST
    @Path("/{id}/confirmation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The bank has confirmed all payments of the batch",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BatchResponse.class)))
    @Operation(operationId = "confirmPaymentBatch", summary = "Confirm that the bank has paid a batch")
    public Response confirm(@PathParam("id") PaymentBatchId id, @Valid @NotNull ConfirmationRequest request) {
        return answers.confirmation(
                confirmPayments.confirm(
                        id, request.paidOn(), request.reference(), caller.get().name()),
                done -> created(id, done, List.of()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.STAFF, Roles.INTERNAL_READ})
    @APIResponse(
            responseCode = "200",
            description = "The batch with its payments",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = BatchResponse.class)))
    @Operation(operationId = "getPaymentBatch", summary = "Read a batch of payments")
    public Response get(@PathParam("id") PaymentBatchId id) {
        var payments = seePayments.of(id);
        return payments.isEmpty()
                ? problems.notFound()
                : Response.ok(BatchResponse.of(id, payments, List.of())).build();
    }

    private Response created(PaymentBatchId id, List<Payment> payments, List<Left> left) {
        var spoken = language.get();
        return Response.created(URI.create("/v1/payment-batches/" + id))
                .entity(BatchResponse.of(
                        id,
                        payments,
                        left.stream()
                                .limit(BatchResponse.MOST_LEFT)
                                .map(one -> LeftResponse.of(one, spoken, texts))
                                .toList()))
                .build();
    }
}
