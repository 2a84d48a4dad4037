package no.opptrapping.grant.awards.rest;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.awards.AcceptAward;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.awards.PromiseLaterYears;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Task;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Awards and their acceptance. */
@Path("/v1/awards")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class AwardsResource {
    private final SeeAwards seeAwards;
    private final AcceptAward acceptAward;
    private final PromiseLaterYears promiseLaterYears;
    private final CurrentCaller caller;
    private final CallingMunicipality calling;
    private final Texts texts;
    private final Problems problems;

    AwardsResource(
            SeeAwards seeAwards,
            AcceptAward acceptAward,
            PromiseLaterYears promiseLaterYears,
            CurrentCaller caller,
            CallingMunicipality calling,
            Texts texts,
            Problems problems) {
        this.seeAwards = seeAwards;
        this.acceptAward = acceptAward;
        this.promiseLaterYears = promiseLaterYears;
        this.caller = caller;
        this.calling = calling;
        this.texts = texts;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(operationId = "listAwards", summary = "List the awards that the caller may see")
    public Page<AwardResponse> list(
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("status") @Nullable AwardStatus status,
            @QueryParam("municipality") @Nullable MunicipalityNumber municipality,
            @Valid @BeanParam PageQuery page) {
        var filter = new Awards.Filter(
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(schemeId),
                Optional.ofNullable(status),
                Optional.empty(),
                Set.of(),
                Optional.ofNullable(municipality));
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var found = seeAwards.list(filter, after, page.limit() + 1);
        var ableToSignIn = seeAwards.ableToSignIn();
        return Page.of(found, page.limit(), award -> List.of(award.reference()))
                .map(award -> AwardResponse.of(
                        award, ableToSignIn.contains(award.holder().municipality()), reservation()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The award; its version is the ETag",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardResponse.class)))
    @Operation(operationId = "getAward", summary = "Read an award")
    public Response get(@PathParam("id") AwardId id) {
        return seeAwards
                .find(id)
                .map(award -> Response.ok(response(award))
                        .header("ETag", ETags.of(award.version()))
                        .build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.ACCEPT)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The award is accepted and can be paid",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardResponse.class)))
    @Operation(operationId = "acceptAward", summary = "Accept an award, its terms and the account it is paid to")
    public Response accept(@PathParam("id") AwardId id, @Valid @NotNull AcceptanceRequest request) {
        return calling.accepting().map(by -> accept(by, id, request)).orElseGet(problems::notFound);
    }

    @PUT
    @Path("/{id}/later-years")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @APIResponse(
            responseCode = "200",
            description = "What the award is to have in later years, subject to the Storting's budget decision",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AwardResponse.class)))
    @Operation(
            operationId = "promiseLaterYears",
            summary = "Promise amounts for later years, subject to the Storting's decision")
    public Response promise(
            @PathParam("id") AwardId id, @BeanParam IfMatch ifMatch, @Valid @NotNull LaterYearsRequest request) {
        var read = ifMatch.required();
        var command = request.command(id, read::is, caller.staff().subject());
        return switch (promiseLaterYears.promise(command)) {
            case PromiseLaterYears.Outcome.Promised(var award) ->
                Response.ok(response(award))
                        .header("ETag", ETags.of(award.version()))
                        .build();
            case PromiseLaterYears.Outcome.Unknown() -> problems.notFound();
            case PromiseLaterYears.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case PromiseLaterYears.Outcome.DecidedBySamePerson() -> problems.forbidden("award.decider-may-not-promise");
            case PromiseLaterYears.Outcome.NotValid(var status) ->
                problems.conflict("award.not-valid", "state", status.code());
            case PromiseLaterYears.Outcome.Rejected(var broken) -> problems.rejected(broken);
        };
    }

    private Response accept(KnownMunicipality by, AwardId id, AcceptanceRequest request) {
        var command =
                new AcceptAward.Command(id, by, request.accountNumber(), request.acceptedBy(), request.termsAccepted());
        return switch (acceptAward.accept(command)) {
            case AcceptAward.Outcome.Accepted(var award) ->
                Response.created(URI.create("/v1/awards/" + id))
                        .header("ETag", ETags.of(award.version()))
                        .entity(response(award))
                        .build();
            case AcceptAward.Outcome.Refused(var broken) -> problems.rejected(broken);
            case AcceptAward.Outcome.NotWaiting(var status) ->
                problems.conflict("award.not-waiting-for-acceptance", "state", status.code());
            case AcceptAward.Outcome.OrganisationNumberUnknown() ->
                problems.conflict(
                        "award.organisation-number-unknown",
                        "number",
                        by.number().value());
            case AcceptAward.Outcome.Unknown() -> problems.notFound();
        };
    }

    private AwardResponse response(Award award) {
        return AwardResponse.of(
                award, seeAwards.ableToSignIn().contains(award.holder().municipality()), reservation());
    }

    private LocalisedText reservation() {
        return texts.text("award.subject-to-the-storting", Map.of());
    }
}
