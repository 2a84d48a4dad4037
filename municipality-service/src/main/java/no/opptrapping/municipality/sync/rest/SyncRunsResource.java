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
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.municipality.sync.StartSync;
import no.opptrapping.municipality.sync.SyncRun;
import no.opptrapping.municipality.sync.SyncRuns;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Runs that ask the official sources what is new. */
@Path("/v1/sync-runs")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Synchronisation", description = "What the official sources say that is not registered")
class SyncRunsResource {
    private final StartSync startSync;
    private final SyncRuns runs;
    private final Problems problems;
    private final Texts texts;

    SyncRunsResource(StartSync startSync, SyncRuns runs, Problems problems, Texts texts) {
        this.startSync = startSync;
        this.runs = runs;
        this.problems = problems;
        this.texts = texts;
    }

    /** Which source to ask. */
    @Schema(name = "SyncRequest")
    record SyncRequest(@Schema(required = true) Source source) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "startSync",
            summary = "Ask a source what is new",
            description = "Role administrator. Answers when the source has: with a proposal, with nothing new, or with"
                    + " why the source could not be used. Changes nothing that is registered.")
    @APIResponse(
            responseCode = "201",
            description = "The run, finished",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.RunResponse.class),
                            examples = {
                                @ExampleObject(name = SyncExamples.SPLIT, value = SyncExamples.RUN),
                                @ExampleObject(name = SyncExamples.UNREACHABLE, value = SyncExamples.FAILED_RUN)
                            }))
    public Response start(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = SyncRequest.class),
                                            examples = {
                                                @ExampleObject(
                                                        name = SyncExamples.SPLIT,
                                                        value = SyncExamples.MUNICIPALITIES),
                                                @ExampleObject(
                                                        name = SyncExamples.UNREACHABLE,
                                                        value = SyncExamples.POPULATION)
                                            }))
                    @Valid
                    @NotNull
                    SyncRequest request) {
        return switch (startSync.start(request.source())) {
            case StartSync.Outcome.Ran(var run) ->
                Response.created(URI.create("/v1/sync-runs/" + run.id()))
                        .entity(SyncResponses.RunResponse.of(run, texts))
                        .build();
            case StartSync.Outcome.AlreadyRunning() ->
                problems.conflict(
                        "sync.already-running", "source", request.source().code());
        };
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getSyncRun", summary = "A run", description = "Role administrator.")
    @APIResponse(
            responseCode = "200",
            description = "The run",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.RunResponse.class),
                            examples = @ExampleObject(name = SyncExamples.SPLIT, value = SyncExamples.RUN)))
    public Response find(@Parameter(example = "0b5c2f0e-6a57-4c0e-9f0d-6f6b0f4f3a11") @PathParam("id") UUID id) {
        return runs.find(id)
                .map(run ->
                        Response.ok(SyncResponses.RunResponse.of(run, texts)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Transactional
    @Operation(
            operationId = "listSyncRuns",
            summary = "Runs, newest first",
            description = "Role administrator. Scheduled runs are among them.")
    @APIResponse(
            responseCode = "200",
            description = "One page of runs",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SyncResponses.RunPage.class),
                            examples = @ExampleObject(name = "runs", value = SyncExamples.RUNS)))
    public Response list(@QueryParam("source") @Nullable Source source, @Valid @BeanParam PageQuery page) {
        var before = page.cursor(1).flatMap(cursor -> runs.find(cursor.uuid(0)));
        var rows = runs.newest(Optional.ofNullable(source), before, page.limit() + 1);
        return Response.ok(Page.of(
                                rows,
                                page.limit(),
                                (SyncRun run) -> List.of(run.id().toString()))
                        .map(run -> SyncResponses.RunResponse.of(run, texts)))
                .build();
    }
}
