package no.opptrapping.grant.answers.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.answers.PublishAnswer;
import no.opptrapping.grant.answers.PublishedAnswer;
import no.opptrapping.grant.answers.PublishedAnswers;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Questions and answers about a call, for everybody to read. */
@Path("/v1/calls/{id}/answers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class AnswersResource {
    /** A question and its answer. */
    @Schema(name = "NewCallAnswer")
    record AnswerRequest(
            @Schema(required = true, maxLength = 2000, description = "The question, without who asked")
            @Size(max = 2000)
            String question,

            @Schema(required = true, maxLength = 4000) @Size(max = 4000)
            String answer) {}

    /** A published answer as the API shows it. */
    @Schema(name = "CallAnswer")
    record AnswerResponse(
            UUID id,
            CallId callId,
            @Schema(maxLength = 2000) String question,
            @Schema(maxLength = 4000) String answer,

            @Schema(description = "The language of both, where it was said: nb, nn or en", maxLength = 2) @Nullable
            String language,

            @Schema(description = "The instant at which it was published (UTC)")
            Instant publishedAt) {
        static AnswerResponse of(PublishedAnswer one) {
            return new AnswerResponse(
                    one.id(),
                    one.call(),
                    one.question(),
                    one.answer(),
                    one.language().map(Language::tag).orElse(null),
                    one.at());
        }
    }

    private final PublishAnswer publishAnswer;
    private final PublishedAnswers answers;
    private final Calls calls;
    private final CurrentCaller caller;
    private final Problems problems;

    AnswersResource(
            PublishAnswer publishAnswer,
            PublishedAnswers answers,
            Calls calls,
            CurrentCaller caller,
            Problems problems) {
        this.publishAnswer = publishAnswer;
        this.answers = answers;
        this.calls = calls;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The answer, for everybody to read",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AnswerResponse.class)))
    @Operation(
            operationId = "publishAnswer",
            summary = "Publish the answer to a question about a call, without who asked")
    public Response publish(@PathParam("id") CallId id, @Valid @NotNull AnswerRequest request) {
        return switch (publishAnswer.publish(
                id, request.question(), request.answer(), caller.staff().subject())) {
            case PublishAnswer.Outcome.Published(var answer) ->
                Response.created(URI.create("/v1/calls/" + id + "/answers"))
                        .entity(AnswerResponse.of(answer))
                        .build();
            case PublishAnswer.Outcome.NotAnnounced() -> problems.conflict("call.answer-before-announcement");
            case PublishAnswer.Outcome.UnknownCall() -> problems.notFound();
        };
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCallAnswers", summary = "List questions and answers about a call, oldest first")
    public Page<AnswerResponse> list(@PathParam("id") CallId id, @Valid @BeanParam PageQuery page) {
        if (calls.find(id).filter(call -> call.status() != CallStatus.DRAFT).isEmpty()) {
            throw new NotFoundException();
        }
        var after = page.cursor(2).map(cursor -> new PublishedAnswers.Key(cursor.instant(0), cursor.uuid(1)));
        return Page.of(
                        answers.list(id, after, page.limit() + 1),
                        page.limit(),
                        one -> List.of(one.at().toString(), one.id().toString()))
                .map(AnswerResponse::of);
    }
}
