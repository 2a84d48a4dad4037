package no.opptrapping.grant.frames.rest;

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
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.frames.DecideFrames;
import no.opptrapping.grant.frames.FrameChange;
import no.opptrapping.grant.frames.FrameChangeId;
import no.opptrapping.grant.frames.FrameChanges;
import no.opptrapping.grant.frames.ProposeFrames;
import no.opptrapping.grant.frames.SeeFrames;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Changes of frames: proposed, and adopted or rejected by another person. */
@Path("/v1/frame-changes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Frames")
class FrameChangesResource {
    private final ProposeFrames proposeFrames;
    private final DecideFrames decideFrames;
    private final SeeFrames seeFrames;
    private final CurrentCaller caller;
    private final CurrentLanguage language;
    private final Texts texts;
    private final Problems problems;

    FrameChangesResource(
            ProposeFrames proposeFrames,
            DecideFrames decideFrames,
            SeeFrames seeFrames,
            CurrentCaller caller,
            CurrentLanguage language,
            Texts texts,
            Problems problems) {
        this.proposeFrames = proposeFrames;
        this.decideFrames = decideFrames;
        this.seeFrames = seeFrames;
        this.caller = caller;
        this.language = language;
        this.texts = texts;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The change as proposed; nothing moves until another person adopts it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameChangeResponse.class)))
    @Operation(
            operationId = "proposeFrames",
            summary = "Propose frames of a scheme's year from a run, or a change of them",
            description =
                    "An adviser at the Directorate proposes anything; a county governor to give back of the own office's"
                            + " unused frame.")
    public Response propose(@Valid @NotNull FrameChangeRequest request) {
        return switch (proposeFrames.propose(request.command(caller.staff()))) {
            case ProposeFrames.Outcome.Proposed(var change) -> created(change);
            case ProposeFrames.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ProposeFrames.Outcome.NotDelegated() -> problems.conflict("frame.scheme-not-delegated");
        };
    }

    @POST
    @Path("/{id}/adoption")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The change, whose money is the offices' to award now",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameChangeResponse.class)))
    @Operation(operationId = "adoptFrames", summary = "Adopt a change of frames that another person proposed")
    public Response adopt(@PathParam("id") FrameChangeId id) {
        return decided(decideFrames.adopt(id, caller.staff().subject()));
    }

    @POST
    @Path("/{id}/rejection")
    @RolesAllowed({Roles.ADVISER, Roles.DECISION_MAKER})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The change, of which nothing comes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameChangeResponse.class)))
    @Operation(operationId = "rejectFrames", summary = "Reject a proposed change of frames, or take it back")
    public Response reject(@PathParam("id") FrameChangeId id) {
        return decided(decideFrames.reject(id, caller.staff().subject()));
    }

    private Response decided(DecideFrames.Outcome outcome) {
        return switch (outcome) {
            case DecideFrames.Outcome.Decided(var change) -> created(change);
            case DecideFrames.Outcome.ProposedBySamePerson() -> problems.forbidden("frame.proposer-may-not-adopt");
            case DecideFrames.Outcome.DecidedBefore(var status) ->
                problems.conflict("frame.decided-before", "state", status.code());
            case DecideFrames.Outcome.Refused(var broken) -> problems.rejected(broken);
            case DecideFrames.Outcome.Unknown() -> problems.notFound();
        };
    }

    private Response created(FrameChange change) {
        return Response.created(URI.create("/v1/frame-changes/" + change.id()))
                .entity(FrameChangeResponse.of(change, seeFrames.names(), this::flowedBack))
                .build();
    }

    private String flowedBack(LocalDate day) {
        return texts.text(language.get(), FrameChange.FLOWED_BACK, Map.of("day", day));
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(operationId = "listFrameChanges", summary = "List changes of frames, the oldest proposal first")
    public Page<FrameChangeResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("status") FrameChange.@Nullable Status status,
            @Valid @BeanParam PageQuery page) {
        var filter = new FrameChanges.Filter(
                Optional.ofNullable(schemeId),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(status),
                Optional.empty());
        var after = page.cursor(2)
                .map(cursor -> new FrameChanges.Position(cursor.instant(0), new FrameChangeId(cursor.uuid(1))));
        var names = seeFrames.names();
        return Page.of(
                        seeFrames.list(filter, after, page.limit() + 1),
                        page.limit(),
                        change -> List.of(
                                change.proposed().at().toString(), change.id().toString()))
                .map(change -> FrameChangeResponse.of(change, names, this::flowedBack));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description = "The change",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = FrameChangeResponse.class)))
    @Operation(operationId = "getFrameChange", summary = "Read a change of frames")
    public Response get(@PathParam("id") FrameChangeId id) {
        return seeFrames
                .find(id)
                .map(change -> Response.ok(FrameChangeResponse.of(change, seeFrames.names(), this::flowedBack))
                        .build())
                .orElseGet(problems::notFound);
    }
}
