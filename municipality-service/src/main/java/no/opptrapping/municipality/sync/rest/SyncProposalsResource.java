package no.opptrapping.municipality.sync.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.util.UUID;
import no.opptrapping.municipality.sync.AdoptProposal;
import no.opptrapping.municipality.sync.AdoptProposal.Outcome;
import no.opptrapping.municipality.sync.DecideSplits.Broken;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.Proposals;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the official sources propose, for a person to adopt. */
@Path("/v1/sync-proposals")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Synchronisation", description = "What the official sources say that is not registered")
class SyncProposalsResource {
    private final Proposals proposals;
    private final AdoptProposal adoptProposal;
    private final CurrentCaller caller;
    private final Problems problems;

    SyncProposalsResource(Proposals proposals, AdoptProposal adoptProposal, CurrentCaller caller, Problems problems) {
        this.proposals = proposals;
        this.adoptProposal = adoptProposal;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listSyncProposals",
            summary = "Proposals, newest first",
            description = "Role administrator. Without what they propose, which each tells of itself.")
    @APIResponse(
            responseCode = "200",
            description = "One page of proposals",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.ProposalPage.class),
                            examples = @ExampleObject(name = "proposals", value = SyncExamples.PROPOSALS)))
    public Response list(@QueryParam("status") Proposal.@Nullable Status status, @Valid @BeanParam PageQuery page) {
        var before = page.cursor(1).flatMap(cursor -> proposals.find(cursor.uuid(0)));
        var rows = proposals.newest(Optional.ofNullable(status), before, page.limit() + 1);
        return Response.ok(Page.of(
                                rows,
                                page.limit(),
                                (Proposal proposal) -> List.of(proposal.id().toString()))
                        .map(SyncResponses.ProposalSummary::of))
                .build();
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(
            operationId = "getSyncProposal",
            summary = "A proposal with everything that is new, changed or ceased",
            description = "Role administrator.")
    @APIResponse(
            responseCode = "200",
            description = "The proposal",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.ProposalResponse.class),
                            examples = @ExampleObject(name = "split", value = SyncExamples.PROPOSAL)))
    public Response find(@Parameter(example = "6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77") @PathParam("id") UUID id) {
        return proposals
                .find(id)
                .map(proposal ->
                        Response.ok(SyncResponses.ProposalResponse.of(proposal)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/adoption")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "adoptSyncProposal",
            summary = "Adopt a proposal as a whole",
            description = "Role administrator, who names the duty-bearer of each split and, where it is known, how many"
                    + " people moved to each part. Changes the register and tells the other services. 409 when the"
                    + " proposal has been adopted or replaced, or when the register has changed since it was made.")
    @APIResponse(
            responseCode = "201",
            description = "The proposal, adopted",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.ProposalResponse.class),
                            examples = @ExampleObject(name = "adopted", value = SyncExamples.ADOPTED)))
    public Response adopt(
            @Parameter(example = "6c1f6d5e-52c3-4a43-8a39-3f1f9d1c2b77") @PathParam("id") UUID id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = AdoptionRequest.class),
                                            examples = @ExampleObject(name = "split", value = SyncExamples.ADOPTION)))
                    @Valid
                    @NotNull
                    AdoptionRequest request) {
        return switch (adoptProposal.adopt(id, request.said(), caller.staff().subject())) {
            case Outcome.Adopted(var proposal) ->
                Response.created(URI.create("/v1/sync-proposals/" + id))
                        .entity(SyncResponses.ProposalResponse.of(proposal))
                        .build();
            case Outcome.Unknown() -> problems.notFound();
            case Outcome.NotOpen(var proposal) ->
                proposal.status() == Proposal.Status.ADOPTED
                        ? problems.conflict("sync.already-adopted", "on", decidedOn(proposal))
                        : problems.conflict("sync.superseded", "on", decidedOn(proposal));
            case Outcome.Outdated(var proposal) ->
                problems.conflict("sync.outdated", "source", proposal.source().code());
            case Outcome.Rejected(var broken) ->
                problems.rejected(
                        broken.stream().map(SyncProposalsResource::rule).toList());
        };
    }

    private static Object decidedOn(Proposal proposal) {
        return proposal.decidedAt().map(at -> (Object) BusinessDates.of(at)).orElse("");
    }

    private static BrokenRule rule(Broken broken) {
        var at = "/splits/" + broken.index();
        return switch (broken.rule()) {
            case EVERY_SPLIT_IS_DECIDED ->
                BrokenRule.of("sync.duty-bearer-missing", "/splits", "municipality", broken.municipality());
            case SPLIT_IS_PROPOSED ->
                BrokenRule.of("sync.split-not-proposed", at, "municipality", broken.municipality());
            case DUTY_BEARER_IS_A_SUCCESSOR ->
                BrokenRule.of(
                        "sync.duty-bearer-no-successor", at + "/dutyBearer", "municipality", broken.municipality());
            case PEOPLE_OF_EVERY_SUCCESSOR ->
                BrokenRule.of("sync.people-of-every-successor", at + "/parts", "municipality", broken.municipality());
            case SHARES_ARE_KNOWN ->
                BrokenRule.of("sync.shares-unknown", at + "/parts", "municipality", broken.municipality());
        };
    }
}
