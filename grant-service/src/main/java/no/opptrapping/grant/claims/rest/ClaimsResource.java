package no.opptrapping.grant.claims.rest;

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
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.grant.claims.Claims;
import no.opptrapping.grant.claims.DecideClaim;
import no.opptrapping.grant.claims.NotifyOfClaim;
import no.opptrapping.grant.claims.ProposeClaim;
import no.opptrapping.grant.claims.RaiseClaim;
import no.opptrapping.grant.claims.SeeClaims;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Money of awards that is to be paid back. */
@Path("/v1/claims")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Claims")
class ClaimsResource {
    private final SeeClaims seeClaims;
    private final RaiseClaim raiseClaim;
    private final ProposeClaim proposeClaim;
    private final NotifyOfClaim notifyOfClaim;
    private final DecideClaim decideClaim;
    private final ClaimAnswers answers;
    private final CurrentCaller caller;
    private final Problems problems;

    ClaimsResource(
            SeeClaims seeClaims,
            RaiseClaim raiseClaim,
            ProposeClaim proposeClaim,
            NotifyOfClaim notifyOfClaim,
            DecideClaim decideClaim,
            ClaimAnswers answers,
            CurrentCaller caller,
            Problems problems) {
        this.seeClaims = seeClaims;
        this.raiseClaim = raiseClaim;
        this.proposeClaim = proposeClaim;
        this.notifyOfClaim = notifyOfClaim;
        this.decideClaim = decideClaim;
        this.answers = answers;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(
            operationId = "listClaims",
            summary = "List the claims that the caller may see, oldest first",
            description = "A municipality sees those that it has been given notice of.")
    public Page<ClaimResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("awardId") @Nullable AwardId awardId,
            @QueryParam("state") Claim.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        var filter = new Claims.Filter(
                Optional.ofNullable(schemeId),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(awardId),
                Optional.ofNullable(state),
                Optional.empty(),
                false);
        var after = page.cursor(2).map(cursor -> new Claims.Key(cursor.instant(0), new ClaimId(cursor.uuid(1))));
        return Page.of(
                        seeClaims.list(filter, after, page.limit() + 1),
                        page.limit(),
                        (SeeClaims.Seen seen) -> List.of(
                                seen.claim().openedAt().toString(),
                                seen.claim().id().toString()))
                .map(answers::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The claim",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(operationId = "getClaim", summary = "Read a claim and what has become of it")
    public Response get(@PathParam("id") ClaimId id) {
        return seeClaims
                .find(id)
                .map(seen -> Response.ok(answers.of(seen)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is a draft, for a person to propose a decision of",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(
            operationId = "raiseClaim",
            summary = "Raise a claim for money that was misspent, or that a reduction of the award has claimed",
            description = "What an approved report leaves, neither spent nor carried over, comes by itself as a draft.")
    public Response raise(@Valid @NotNull ClaimRequest request) {
        var command = new RaiseClaim.Command(
                request.awardId(),
                Optional.ofNullable(request.year()).map(Year::of),
                request.cause(),
                request.amount(),
                request.grounds(),
                caller.staff().subject());
        return switch (raiseClaim.raise(command)) {
            case RaiseClaim.Outcome.Raised(var claim) -> answers.created(claim);
            case RaiseClaim.Outcome.Refused(var broken) -> problems.rejected(broken);
            case RaiseClaim.Outcome.OpenAlready(var other) ->
                problems.conflict("claim.open-already", "claim", other.toString());
            case RaiseClaim.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{id}/proposal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description =
                    "It waits for the municipality to be given notice, or when nothing is to be claimed for another person",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(operationId = "proposeClaim", summary = "Propose what is to be claimed; another person decides")
    public Response propose(@PathParam("id") ClaimId id, @Valid @NotNull ClaimProposalRequest request) {
        return answers.of(proposeClaim.propose(new ProposeClaim.Command(
                id, request.amount(), request.reason(), caller.staff().subject())));
    }

    @POST
    @Path("/{id}/prior-notice")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The municipality can comment on it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(
            operationId = "notifyOfClaim",
            summary = "Give the municipality notice of what is proposed, with a period to comment or waive")
    public Response notifyOf(@PathParam("id") ClaimId id, @Valid @NotNull ClaimNoticeRequest request) {
        return answers.of(notifyOfClaim.notify(new NotifyOfClaim.Command(
                id, PriorNoticeKind.RECOVERY, request.text(), caller.staff().subject())));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is decided, and the ledger and the letter have it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimResponse.class)))
    @Operation(
            operationId = "decideClaim",
            summary = "Decide what another person proposed: wholly, partly or not at all",
            description =
                    "Refused until the municipality has commented on the notice or waived, or its period has ended.")
    public Response decide(@PathParam("id") ClaimId id, @Valid @NotNull ClaimDecisionRequest request) {
        return answers.of(decideClaim.decide(new DecideClaim.Command(
                id,
                request.amount(),
                request.reason(),
                Optional.ofNullable(request.answer()),
                caller.staff().subject())));
    }
}
