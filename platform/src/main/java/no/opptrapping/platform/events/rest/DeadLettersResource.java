package no.opptrapping.platform.events.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
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
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.events.DeadLetters;
import no.opptrapping.platform.events.RetryDeadLetter;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What this service could not take in, for those who mend it and then have it taken in after all. */
@Path("/v1/dead-letters")
@Tag(name = "Operation")
@RolesAllowed(Roles.ADMINISTRATOR)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeadLettersResource {
    private static final String ID = "5f7f2d2e-3c5b-4c43-9f5e-0a3f5f1f6b11";
    private static final String COMMON = """
            "id": "5f7f2d2e-3c5b-4c43-9f5e-0a3f5f1f6b11", "topic": "payment.v1", "partition": 0, "offset": 4711,
            "eventId": "9d2f9c1e-6a52-4a0c-8a5b-1f0d4b7e2c33",
            "reason": "The data of no.opptrapping.payment.v1 could not be kept", "setAsideAt": "2026-02-01T07:00:00Z\"""";
    private static final String ONE = "{" + COMMON + """
            , "said": {"key": "7c1d3a54-2a0b-4d8e-9c3a-6f1b2e4d5a66", "type": "no.opptrapping.payment.v1",
            "subject": "b3f0a9de-51c7-4b7f-8f59-3d7c9a1e2f44", "version": "3"}}""";
    private static final String TAKEN_IN = "{" + COMMON + """
            , "takenIn": {"at": "2026-02-01T08:00:00Z", "by": "kari", "outcome": "applied"}}""";

    private final DeadLetters letters;
    private final RetryDeadLetter retryDeadLetter;
    private final CurrentCaller caller;
    private final Problems problems;

    DeadLettersResource(DeadLetters letters, RetryDeadLetter retryDeadLetter, CurrentCaller caller, Problems problems) {
        this.letters = letters;
        this.retryDeadLetter = retryDeadLetter;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List the events that could not be taken in",
            description = "In the order in which they were set aside, each with the reason.")
    public Page<DeadLetterResponse> list(
            @Parameter(description = "waiting: not taken in since", example = "waiting") @QueryParam("state")
                    DeadLetters.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(2).map(cursor -> new DeadLetters.Key(cursor.instant(0), cursor.uuid(1)));
        return Page.of(
                        letters.list(Optional.ofNullable(state), after, page.limit() + 1),
                        page.limit(),
                        letter -> List.of(
                                letter.setAsideAt().toString(), letter.id().toString()))
                .map(letter -> DeadLetterResponse.of(letter, (DeadLetterResponse.Said) null));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getDeadLetter", summary = "Read an event that could not be taken in, with what it said")
    @APIResponse(
            responseCode = "200",
            description = "The dead letter",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResponse.class),
                            examples = @ExampleObject(name = "waiting", value = ONE)))
    public Response get(@Parameter(example = ID) @PathParam("id") UUID id) {
        return letters.find(id)
                .map(letter -> Response.ok(DeadLetterResponse.of(letter, letters.content(letter.id())))
                        .build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/retry")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Take an event in that was set aside",
            description =
                    "Once, after what stood in its way has been mended. What still cannot be used stays where it is.")
    @APIResponse(
            responseCode = "201",
            description = "It has been taken in",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = DeadLetterResponse.class),
                            examples = @ExampleObject(name = "mended", value = TAKEN_IN)))
    public Response retry(@Parameter(example = ID) @PathParam("id") UUID id) {
        return switch (retryDeadLetter.retry(id, caller.staff().subject())) {
            case RetryDeadLetter.Outcome.TakenIn(var letter) ->
                Response.created(URI.create("/v1/dead-letters/" + letter.id()))
                        .entity(DeadLetterResponse.of(letter, (DeadLetterResponse.Said) null))
                        .build();
            case RetryDeadLetter.Outcome.AlreadyTakenIn(var earlier) ->
                problems.conflict("dead-letter.taken-in", "at", earlier.at(), "by", earlier.by());
            case RetryDeadLetter.Outcome.StillUnusable(var reason) ->
                problems.rejected(List.of(BrokenRule.of("dead-letter.unusable", "path:id", "reason", reason)));
            case RetryDeadLetter.Outcome.Unknown() -> problems.notFound();
        };
    }
}
