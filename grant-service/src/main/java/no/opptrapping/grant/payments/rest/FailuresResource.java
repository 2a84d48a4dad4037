package no.opptrapping.grant.payments.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.RejectPayment;
import no.opptrapping.grant.payments.ReturnPayment;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Money that did not arrive. */
@Path("/v1/payments/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.INTERNAL_WRITE, Roles.ADMINISTRATOR})
@Tag(name = "Payments")
class FailuresResource {
    private final RejectPayment rejectPayment;
    private final ReturnPayment returnPayment;
    private final CurrentCaller caller;
    private final Problems problems;

    FailuresResource(
            RejectPayment rejectPayment, ReturnPayment returnPayment, CurrentCaller caller, Problems problems) {
        this.rejectPayment = rejectPayment;
        this.returnPayment = returnPayment;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Path("/rejection")
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The bank has rejected the payment; what it was to pay can be ordered again",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(operationId = "rejectPayment", summary = "Record that the bank has rejected a payment")
    public Response reject(@PathParam("id") PaymentId id, @Valid @NotNull RejectionRequest request) {
        return switch (rejectPayment.reject(request.command(id, caller.get().name()))) {
            case RejectPayment.Outcome.Rejected(var payment) -> created(payment);
            case RejectPayment.Outcome.Refused(var broken) -> problems.rejected(broken);
            case RejectPayment.Outcome.NotWithTheBank(var status) ->
                problems.conflict("payment.not-with-the-bank", "state", status.code());
            case RejectPayment.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/return")
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The money has come back; it can be ordered again",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = PaymentResponse.class)))
    @Operation(operationId = "returnPayment", summary = "Record that the money of a confirmed payment has come back")
    public Response giveBack(@PathParam("id") PaymentId id, @Valid @NotNull ReturnRequest request) {
        return switch (returnPayment.giveBack(request.command(id, caller.get().name()))) {
            case ReturnPayment.Outcome.Returned(var payment) -> created(payment);
            case ReturnPayment.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ReturnPayment.Outcome.NotConfirmed(var status) ->
                problems.conflict("payment.not-confirmed", "state", status.code());
            case ReturnPayment.Outcome.Unknown() -> problems.notFound();
        };
    }

    private static Response created(Payment payment) {
        return Response.created(URI.create("/v1/payments/" + payment.id()))
                .entity(PaymentResponse.of(payment))
                .build();
    }
}
