package no.opptrapping.grant.claims.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.claims.BankCredit;
import no.opptrapping.grant.claims.BankCreditId;
import no.opptrapping.grant.claims.BankCredits;
import no.opptrapping.grant.claims.CloseCredit;
import no.opptrapping.grant.claims.SeeCredits;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Money that has come to the account and is no payment's. */
@Path("/v1/bank-credits")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Bank")
class BankCreditsResource {
    private final SeeCredits seeCredits;
    private final CloseCredit closeCredit;
    private final CurrentCaller caller;
    private final Problems problems;

    BankCreditsResource(SeeCredits seeCredits, CloseCredit closeCredit, CurrentCaller caller, Problems problems) {
        this.seeCredits = seeCredits;
        this.closeCredit = closeCredit;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listBankCredits",
            summary =
                    "List the money that has come to the account and is no payment's, in the order in which it was read")
    public Page<BankCreditResponse> list(
            @Parameter(description = "Whether a person is to place it; missing: all") @QueryParam("aside") @Nullable
                    Boolean aside,
            @Valid @BeanParam PageQuery page) {
        var after =
                page.cursor(2).map(cursor -> new BankCredits.Key(cursor.instant(0), new BankCreditId(cursor.uuid(1))));
        return Page.of(
                        seeCredits.list(Optional.ofNullable(aside), after, page.limit() + 1),
                        page.limit(),
                        (BankCredit credit) ->
                                List.of(credit.readAt().toString(), credit.id().toString()))
                .map(BankCreditResponse::of);
    }

    @GET
    @Path("/{id}")
    @APIResponse(
            responseCode = "200",
            description = "The credit",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankCreditResponse.class)))
    @Operation(operationId = "getBankCredit", summary = "Read what has become of money that came to the account")
    public Response get(@PathParam("id") BankCreditId id) {
        return seeCredits
                .find(id)
                .map(credit -> Response.ok(BankCreditResponse.of(credit)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Nothing more is to be done about it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = BankCreditResponse.class)))
    @Operation(
            operationId = "closeBankCredit",
            summary = "Say what was done with money that was put aside, and that nothing more is to be done about it",
            description = "To place it on a claim, enter a step of the claim with it.")
    public Response close(@PathParam("id") BankCreditId id, @Valid @NotNull BankCreditClosingRequest request) {
        return switch (closeCredit.close(id, request.reason(), caller.staff().subject())) {
            case CloseCredit.Outcome.Closed(var credit) ->
                Response.created(URI.create("/v1/bank-credits/" + id))
                        .entity(BankCreditResponse.of(credit))
                        .build();
            case CloseCredit.Outcome.NotAside() -> problems.conflict("claim.credit-not-aside");
            case CloseCredit.Outcome.Unknown() -> problems.notFound();
        };
    }
}
