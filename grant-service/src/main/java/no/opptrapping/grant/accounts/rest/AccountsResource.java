package no.opptrapping.grant.accounts.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.grant.accounts.AwardAccount;
import no.opptrapping.grant.accounts.ChangeAccount;
import no.opptrapping.grant.accounts.DecideAccount;
import no.opptrapping.grant.accounts.SeeAccounts;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The accounts that an award has been or is to be paid to. */
@Path("/v1/awards/{id}/accounts")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AccountsResource {
    private final ChangeAccount changeAccount;
    private final DecideAccount decideAccount;
    private final SeeAccounts seeAccounts;
    private final CurrentCaller caller;
    private final CallingMunicipality calling;
    private final Problems problems;

    AccountsResource(
            ChangeAccount changeAccount,
            DecideAccount decideAccount,
            SeeAccounts seeAccounts,
            CurrentCaller caller,
            CallingMunicipality calling,
            Problems problems) {
        this.changeAccount = changeAccount;
        this.decideAccount = decideAccount;
        this.seeAccounts = seeAccounts;
        this.caller = caller;
        this.calling = calling;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.NATIONAL_STAFF})
    @Operation(operationId = "listAwardAccounts", summary = "List the accounts that have been stated for an award")
    public Page<AccountResponse> list(@PathParam("id") AwardId id, @Valid @BeanParam PageQuery page) {
        var after =
                page.cursor(1).map(cursor -> cursor.read(0, Integer::valueOf)).orElse(0);
        return Page.of(
                        seeAccounts.of(id, after, page.limit() + 1).orElseThrow(NotFoundException::new),
                        page.limit(),
                        account -> List.of(Integer.toString(account.number())))
                .map(AccountResponse::of);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.ACCEPT)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description =
                    "The award is paid to the account, or will be when the Directorate has approved it; payments that"
                            + " were not sent are cancelled",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AccountResponse.class)))
    @Operation(operationId = "changeAwardAccount", summary = "State another account for an award that is accepted")
    public Response change(@PathParam("id") AwardId id, @Valid @NotNull AccountRequest request) {
        return calling.accepting().map(by -> change(by, id, request)).orElseGet(problems::notFound);
    }

    private Response change(KnownMunicipality by, AwardId id, AccountRequest request) {
        var account = AccountNumber.parse(request.accountNumber()).orElseThrow();
        return switch (changeAccount.change(new ChangeAccount.Command(id, by, account, request.statedBy()))) {
            case ChangeAccount.Outcome.Stated(var stated, var _) -> created(stated);
            case ChangeAccount.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ChangeAccount.Outcome.NotAccepted(var status) ->
                problems.conflict("account.award-not-accepted", "state", status.code());
            case ChangeAccount.Outcome.PaymentSent() -> problems.conflict("account.payment-sent");
            case ChangeAccount.Outcome.OrganisationNumberUnknown() ->
                problems.conflict(
                        "award.organisation-number-unknown",
                        "number",
                        by.number().value());
            case ChangeAccount.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{number}/approval")
    @RolesAllowed({Roles.CONTROLLER, Roles.DECISION_MAKER})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The award is paid to the account from now on",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AccountResponse.class)))
    @Operation(operationId = "approveAwardAccount", summary = "Approve an account that a municipality has stated")
    public Response approve(@PathParam("id") AwardId id, @PathParam("number") @Min(1) @Max(10_000) Integer number) {
        return decided(decideAccount.approve(id, number, caller.staff().subject()));
    }

    @POST
    @Path("/{number}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.CONTROLLER, Roles.DECISION_MAKER})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The account is not used; the one in force stays",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = AccountResponse.class)))
    @Operation(operationId = "refuseAwardAccount", summary = "Refuse an account that a municipality has stated")
    public Response refuse(
            @PathParam("id") AwardId id,
            @PathParam("number") @Min(1) @Max(10_000) Integer number,
            @Valid @NotNull RefusalRequest request) {
        return decided(decideAccount.refuse(
                id, number, request.reason(), caller.staff().subject()));
    }

    private Response decided(DecideAccount.Outcome outcome) {
        return switch (outcome) {
            case DecideAccount.Outcome.Decided(var account) -> created(account);
            case DecideAccount.Outcome.NotWaiting(var status) ->
                problems.conflict("account.not-waiting", "state", status.code());
            case DecideAccount.Outcome.Unknown() -> problems.notFound();
        };
    }

    private static Response created(AwardAccount account) {
        return Response.created(URI.create("/v1/awards/" + account.award() + "/accounts"))
                .entity(AccountResponse.of(account))
                .build();
    }
}
