package no.opptrapping.grant.allocation.rest;

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
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AdoptAllocationRun;
import no.opptrapping.grant.allocation.runs.AdoptionOutcome;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.OtherRuns;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.allocation.runs.PublishPreliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.runs.RunStatus;
import no.opptrapping.grant.allocation.runs.SimulateAllocation;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Allocation runs: simulate, read, adopt. */
@Path("/v1/allocation-runs")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation")
class AllocationRunsResource {
    private final SimulateAllocation simulateAllocation;
    private final AdoptAllocationRun adoptAllocationRun;
    private final PublishPreliminary publishPreliminary;
    private final AllocationRuns runs;
    private final OwnRuns ownRuns;
    private final RunResponses responses;
    private final CurrentCaller caller;
    private final Problems problems;

    AllocationRunsResource(
            SimulateAllocation simulateAllocation,
            AdoptAllocationRun adoptAllocationRun,
            PublishPreliminary publishPreliminary,
            AllocationRuns runs,
            OwnRuns ownRuns,
            RunResponses responses,
            CurrentCaller caller,
            Problems problems) {
        this.simulateAllocation = simulateAllocation;
        this.adoptAllocationRun = adoptAllocationRun;
        this.publishPreliminary = publishPreliminary;
        this.runs = runs;
        this.ownRuns = ownRuns;
        this.responses = responses;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.ADVISER, Roles.MINISTRY, Roles.COUNTY_GOVERNOR})
    @APIResponse(
            responseCode = "201",
            description = "Simulated; nobody's money is touched",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunResponse.class)))
    @Operation(
            operationId = "simulateAllocation",
            summary = "Simulate an allocation from parameters; nobody's money is touched")
    public Response simulate(@Valid @NotNull RunRequest request) {
        var command = new SimulateAllocation.Command(
                request.name(), request.parameters(), caller.staff().subject(), request.purpose());
        return switch (simulateAllocation.simulate(command)) {
            case SimulateAllocation.Outcome.Simulated(var run) -> created(run);
            case SimulateAllocation.Outcome.Rejected(var broken) -> problems.rejected(broken);
            case SimulateAllocation.Outcome.Disqualified() -> problems.forbidden("allocation.disqualified");
            case SimulateAllocation.Outcome.OfAnotherDecider() -> problems.forbidden("allocation.of-another-decider");
        };
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(
            operationId = "listAllocationRuns",
            summary = "List simulated and adopted runs; to a county governor the Directorate's and the own office's")
    public Page<RunResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Min(2012) @Max(2100) @Nullable Integer year,
            @QueryParam("status") @Nullable RunStatus status,
            @Valid @BeanParam PageQuery page) {
        var filter = new AllocationRuns.Filter(
                Optional.ofNullable(schemeId),
                Optional.ofNullable(year).map(Year::of),
                Optional.ofNullable(status).map(RunStatus.ADOPTED::equals));
        var after =
                page.cursor(2).map(cursor -> new AllocationRuns.Position(cursor.instant(0), new RunId(cursor.uuid(1))));
        return Page.of(
                        runs.list(ownRuns.narrowed(filter), after, page.limit() + 1),
                        page.limit(),
                        run -> List.of(run.madeAt().toString(), run.id().toString()))
                .map(RunResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description = "The run with its parameters and the figures it used",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunResponse.class)))
    @Operation(operationId = "getAllocationRun", summary = "Read a run with its parameters and the figures it used")
    public Response get(@PathParam("id") RunId id) {
        return runs.find(id)
                .filter(ownRuns::sees)
                .map(run -> Response.ok(responses.whole(run)).build())
                .orElseGet(problems::notFound);
    }

    @GET
    @Path("/{id}/inputs")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.NATIONAL_STAFF)
    @APIResponse(
            responseCode = "200",
            description = "Everything that the amounts follow from, byte for byte as it was hashed: canonical JSON"
                    + " (RFC 8785), engine version included; its SHA-256 is the run's inputHash",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = RunInputs.class)))
    @Operation(
            operationId = "getAllocationRunInputs",
            summary = "Read everything that a run's amounts follow from, as it was hashed")
    public Response inputs(@PathParam("id") RunId id) {
        return runs.find(id)
                .filter(ownRuns::sees)
                .map(run -> Response.ok(run.inputs().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON)
                        .build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/adoption")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @APIResponse(
            responseCode = "201",
            description = "Adopted: awards or framework allocations are made",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunResponse.class)))
    @Operation(
            operationId = "adoptAllocationRun",
            summary = "Adopt a run as another person than its maker: awards or framework allocations are made")
    public Response adopt(@PathParam("id") RunId id, @Valid @NotNull AdoptionRequest request) {
        var command = new AdoptAllocationRun.Command(
                id,
                caller.staff().subject(),
                Boolean.TRUE.equals(request.confirmSuperseded()),
                Boolean.TRUE.equals(request.confirmRepeated()));
        return switch (adoptAllocationRun.adopt(command)) {
            case AdoptionOutcome.Adopted(var run) -> created(run);
            case AdoptionOutcome.Unknown() -> problems.notFound();
            case AdoptionOutcome.AlreadyAdopted() -> problems.conflict("allocation.already-adopted");
            case AdoptionOutcome.MadeBySamePerson() -> problems.forbidden("allocation.maker-may-not-adopt");
            case AdoptionOutcome.Disqualified() -> problems.forbidden("allocation.disqualified");
            case AdoptionOutcome.NotForAdoption() -> problems.conflict("allocation.not-for-adoption");
            case AdoptionOutcome.Superseded(var changed) ->
                problems.conflict("allocation.inputs-superseded", "changed", changed);
            case AdoptionOutcome.RulesChanged(var madeUnder, var inForce) ->
                inForce.isEmpty()
                        ? problems.conflict("allocation.no-rules-in-force")
                        : problems.conflict(
                                "allocation.rules-changed", "inForce", inForce.get(), "madeUnder", madeUnder.orElse(0));
            case AdoptionOutcome.InsufficientFunds(var available, var needed) ->
                problems.conflict("allocation.insufficient-funds", "available", available, "needed", needed);
            case AdoptionOutcome.NotOfTheOffice(var municipalities) ->
                problems.conflict("allocation.not-of-the-office", "municipalities", municipalities);
            case AdoptionOutcome.ApplicationsChanged(var applications) ->
                problems.conflict("allocation.applications-changed", "applications", applications);
            case AdoptionOutcome.NotAssessed(var waiting) ->
                problems.conflict(
                        "allocation.applications-not-assessed",
                        "applications",
                        waiting.stream().map(AssessedApplications.Waiting::id).toList(),
                        "references",
                        waiting.stream()
                                .map(AssessedApplications.Waiting::reference)
                                .toList());
            case AdoptionOutcome.CallNotOver(var call, var deadline) ->
                problems.conflict("allocation.call-not-over", "callId", call, "deadline", deadline);
            case AdoptionOutcome.CallNotAnnounced(var call) ->
                problems.conflict("allocation.call-not-announced", "callId", call);
            case AdoptionOutcome.CallCancelled(var call) ->
                problems.conflict("allocation.call-cancelled", "callId", call.toString());
            case AdoptionOutcome.CallAlreadyDecided(var call) ->
                problems.conflict("allocation.call-already-decided", "callId", call);
            case AdoptionOutcome.RoundsChanged(var call) ->
                problems.conflict("allocation.rounds-changed", "callId", call.toString());
            case AdoptionOutcome.PartAlreadyDecided(var part) ->
                part.round()
                        .map(round -> problems.conflict(
                                "allocation.round-already-decided",
                                "callId",
                                part.call().toString(),
                                "round",
                                round))
                        .orElseGet(() -> problems.conflict("allocation.call-already-decided", "callId", part.call()));
            case AdoptionOutcome.DecidedByTheOffice() -> problems.forbidden("allocation.of-another-decider");
            case AdoptionOutcome.EarlierRoundWaits(var part, var earlier) ->
                problems.conflict(
                        "allocation.earlier-round-waits", "callId", part.call().toString(), "earlier", earlier);
            case AdoptionOutcome.AboveTheRound(var most, var needed) ->
                problems.conflict("allocation.above-the-round", "most", most, "needed", needed);
            case AdoptionOutcome.NotByTheCallsRules(var broken) ->
                problems.conflict(
                        "allocation.not-by-the-calls-rules",
                        "broken",
                        broken.stream().map(BrokenRule::code).toList());
            case AdoptionOutcome.SameDivision(var others) ->
                problems.conflict(
                        "allocation.same-division",
                        "runs",
                        others,
                        "names",
                        others.stream().map(OtherRuns.OtherRun::name).toList());
            case AdoptionOutcome.YearAlreadyDivided(var other) ->
                problems.conflict("allocation.year-already-divided", "runId", other);
            case AdoptionOutcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
            case AdoptionOutcome.CorrectionRefused(var broken) -> problems.rejected(broken);
            case AdoptionOutcome.CorrectedAlready(var newest) ->
                problems.conflict("allocation.corrected-already", "newest", newest.toString());
            case AdoptionOutcome.NothingToCorrect() -> problems.conflict("allocation.nothing-to-correct");
            case AdoptionOutcome.DividedAsFrames() -> problems.conflict("allocation.divided-as-frames");
            case AdoptionOutcome.OnlyPreliminary() -> problems.conflict("allocation.only-preliminary");
        };
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @RolesAllowed(Roles.DECISION_MAKER)
    @APIResponse(
            responseCode = "201",
            description = "Published as preliminary; nobody is awarded anything",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RunResponse.class)))
    @Operation(
            operationId = "publishPreliminaryRun",
            summary = "Publish indicative amounts as another person than the one who made the run")
    public Response publish(@PathParam("id") RunId id) {
        return switch (publishPreliminary.publish(id, caller.staff().subject())) {
            case PublishPreliminary.Outcome.Published(var run) -> created(run);
            case PublishPreliminary.Outcome.Unknown() -> problems.notFound();
            case PublishPreliminary.Outcome.NotPreliminary() -> problems.conflict("allocation.not-preliminary");
            case PublishPreliminary.Outcome.PublishedBefore() -> problems.conflict("allocation.published-before");
            case PublishPreliminary.Outcome.MadeBySamePerson() ->
                problems.forbidden("allocation.maker-may-not-publish");
            case PublishPreliminary.Outcome.Disqualified() -> problems.forbidden("allocation.disqualified");
            case PublishPreliminary.Outcome.TooLate() -> problems.conflict("allocation.preliminary-too-late");
            case PublishPreliminary.Outcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
        };
    }

    private Response created(AllocationRun run) {
        return Response.created(URI.create("/v1/allocation-runs/" + run.id()))
                .entity(responses.withOthers(run))
                .build();
    }
}
