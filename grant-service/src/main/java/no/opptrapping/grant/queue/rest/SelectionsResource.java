package no.opptrapping.grant.queue.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessApplication;
import no.opptrapping.grant.cases.MoveCase;
import no.opptrapping.grant.queue.ActOnSelection;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problem;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.LastMoment;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The same act over a selection of cases. */
@Path("/v1/case-selections")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Cases")
class SelectionsResource {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ActOnSelection actOnSelection;
    private final CurrentCaller caller;
    private final Problems problems;

    SelectionsResource(ActOnSelection actOnSelection, CurrentCaller caller, Problems problems) {
        this.actOnSelection = actOnSelection;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "200",
            description = "What became of each: what was done stays done, whatever became of the others",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SelectionResponse.class)))
    @Operation(
            operationId = "actOnCases",
            summary = "Take, hand over, let go of or assess up to 100 cases at once, with an answer for each")
    public Response act(@Valid @NotNull SelectionRequest request) {
        return actOnSelection
                .act(request.applications(), request.wanted(), caller.staff())
                .map(this::answer)
                .orElseGet(() -> problems.unavailable("queue.busy", RETRY_AFTER_SECONDS));
    }

    private Response answer(Map<ApplicationId, ActOnSelection.Result> results) {
        return Response.ok(SelectionResponse.of(results.entrySet().stream()
                        .map(entry -> outcome(entry.getKey(), refusal(entry.getValue())))
                        .toList()))
                .build();
    }

    private static SelectionResponse.Outcome outcome(ApplicationId id, Optional<Response> refusal) {
        return new SelectionResponse.Outcome(
                id,
                refusal.isEmpty(),
                refusal.map(Response::getEntity)
                        .map(Problem.class::cast)
                        .map(SelectionResponse.Refusal::of)
                        .orElse(null));
    }

    /** What one of them alone would have been refused with; empty when it was done. */
    private Optional<Response> refusal(ActOnSelection.Result result) {
        return switch (result) {
            case ActOnSelection.Result.OfMove(var outcome) -> refusal(outcome);
            case ActOnSelection.Result.OfAssessment(var outcome) -> refusal(outcome);
            case ActOnSelection.Result.OfDisqualified() -> Optional.of(problems.forbidden("impartiality.disqualified"));
            case ActOnSelection.Result.OfFailure() -> Optional.of(problems.unavailable(RETRY_AFTER_SECONDS));
        };
    }

    private Optional<Response> refusal(MoveCase.Outcome outcome) {
        return switch (outcome) {
            case MoveCase.Outcome.Moved moved -> Optional.empty();
            case MoveCase.Outcome.HeldByAnother(var holder) ->
                Optional.of(problems.conflict("case.held-by-another", "holder", holder));
            case MoveCase.Outcome.HeldByNobody() -> Optional.of(problems.conflict("case.held-by-nobody"));
            case MoveCase.Outcome.NotSubmitted(var status) ->
                Optional.of(problems.conflict("case.application-not-submitted", "state", status.code()));
            case MoveCase.Outcome.ReceiverDisqualified() ->
                Optional.of(problems.rejected(List.of(BrokenRule.of("case.receiver-disqualified", "/to"))));
            case MoveCase.Outcome.UnknownCase() -> Optional.of(problems.notFound());
        };
    }

    private Optional<Response> refusal(AssessApplication.Outcome outcome) {
        return switch (outcome) {
            case AssessApplication.Outcome.Assessed assessed -> Optional.empty();
            case AssessApplication.Outcome.Refused(var broken) -> Optional.of(problems.rejected(broken));
            case AssessApplication.Outcome.NotSubmitted(var now) ->
                Optional.of(problems.conflict("assessment.application-not-submitted", "state", now.code()));
            case AssessApplication.Outcome.CallCancelled() ->
                Optional.of(problems.conflict("assessment.call-cancelled"));
            case AssessApplication.Outcome.AwaitsStatement(var due) ->
                Optional.of(problems.conflict(
                        "assessment.awaits-statement",
                        "day",
                        LastMoment.of(due).day(),
                        "time",
                        LastMoment.of(due).time()));
            case AssessApplication.Outcome.HeldByAnother(var holder) ->
                Optional.of(problems.conflict("assessment.held-by-another", "holder", holder));
            case AssessApplication.Outcome.AssessedBefore(var before) ->
                Optional.of(problems.conflict("assessment.assessed-before", "assessmentId", before.toString()));
            case AssessApplication.Outcome.ChangedMeanwhile() -> Optional.of(problems.preconditionFailed());
            case AssessApplication.Outcome.UnknownApplication() -> Optional.of(problems.notFound());
            case AssessApplication.Outcome.UnknownAssessment() -> Optional.of(problems.notFound());
        };
    }
}
