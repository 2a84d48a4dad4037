package no.opptrapping.grant.priornotices.rest;

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
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.priornotices.AnswerPriorNotice;
import no.opptrapping.grant.priornotices.PriorNoticeId;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.priornotices.PriorNotices;
import no.opptrapping.grant.priornotices.SeePriorNotices;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What municipalities are told before something is decided against them, and what they answer. */
@Path("/v1/prior-notices")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Prior notices")
class PriorNoticesResource {
    private final SeePriorNotices seePriorNotices;
    private final AnswerPriorNotice answerPriorNotice;
    private final CurrentCaller caller;
    private final CallingMunicipality calling;
    private final Problems problems;

    PriorNoticesResource(
            SeePriorNotices seePriorNotices,
            AnswerPriorNotice answerPriorNotice,
            CurrentCaller caller,
            CallingMunicipality calling,
            Problems problems) {
        this.seePriorNotices = seePriorNotices;
        this.answerPriorNotice = answerPriorNotice;
        this.caller = caller;
        this.calling = calling;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @Operation(
            operationId = "listPriorNotices",
            summary = "List the prior notices that the caller may see, oldest first")
    public Page<PriorNoticeResponse> list(
            @QueryParam("kind") @Nullable PriorNoticeKind kind,
            @QueryParam("awardId") @Nullable AwardId awardId,
            @QueryParam("subjectId") @Nullable UUID subjectId,
            @Valid @BeanParam PageQuery page) {
        var filter = new PriorNotices.Filter(
                Optional.ofNullable(kind),
                Optional.ofNullable(awardId),
                Optional.ofNullable(subjectId),
                Optional.empty());
        var after = page.cursor(2)
                .map(cursor -> new PriorNotices.Key(cursor.instant(0), new PriorNoticeId(cursor.uuid(1))));
        return Page.of(
                        seePriorNotices.list(filter, after, page.limit() + 1),
                        page.limit(),
                        (SeePriorNotices.Seen seen) -> List.of(
                                seen.notice().sentAt().toString(),
                                seen.notice().id().toString()))
                .map(PriorNoticeResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The prior notice",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PriorNoticeResponse.class)))
    @Operation(operationId = "getPriorNotice", summary = "Read a prior notice and what it was answered")
    public Response get(@PathParam("id") PriorNoticeId id) {
        return seePriorNotices
                .find(id)
                .map(seen -> Response.ok(PriorNoticeResponse.of(seen)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/comments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It is there for whoever decides, and is answered in the decision",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PriorNoticeResponse.class)))
    @Operation(
            operationId = "commentOnPriorNotice",
            summary = "Say what the municipality has to say before it is decided",
            description = "Also after the period, as long as it is not decided.")
    public Response comment(@PathParam("id") PriorNoticeId id, @Valid @NotNull PriorNoticeCommentRequest request) {
        return calling.applying()
                .map(_ -> answered(answerPriorNotice.comment(
                        id, request.text(), request.by(), caller.organisation().consumer())))
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/waiver")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "It can be decided at once",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = PriorNoticeResponse.class)))
    @Operation(
            operationId = "waivePriorNotice",
            summary = "Say that the municipality has nothing, or nothing more, to say")
    public Response waive(@PathParam("id") PriorNoticeId id, @Valid @NotNull PriorNoticeWaiverRequest request) {
        return calling.applying()
                .map(_ -> answered(answerPriorNotice.waive(
                        id, request.by(), caller.organisation().consumer())))
                .orElseGet(problems::notFound);
    }

    private Response answered(AnswerPriorNotice.Outcome outcome) {
        return switch (outcome) {
            case AnswerPriorNotice.Outcome.Answered(var notice) ->
                Response.created(URI.create("/v1/prior-notices/" + notice.id()))
                        .entity(PriorNoticeResponse.of(seePriorNotices.seen(notice)))
                        .build();
            case AnswerPriorNotice.Outcome.Closed() -> problems.conflict("prior-notice.closed");
            case AnswerPriorNotice.Outcome.WaivedBefore() -> problems.conflict("prior-notice.waived-before");
            case AnswerPriorNotice.Outcome.TooMany(var most) ->
                problems.conflict("prior-notice.too-many-comments", "most", most);
            case AnswerPriorNotice.Outcome.Unknown() -> problems.notFound();
        };
    }
}
