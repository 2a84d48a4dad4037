package no.opptrapping.grant.applications.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.CallFigures;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The figures of a call: what came in, what was decided and how long it took. */
@Path("/v1/calls")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class CallFiguresResource {
    /**
     * The figures as the API shows them.
     *
     * @param submitted every application that was submitted, whatever became of it
     * @param daysFromDeadlineToDecision calendar days in Oslo; absent until the call is decided
     */
    @Schema(name = "CallFigures")
    record CallFiguresResponse(
            CallId callId,
            long drafts,
            long submitted,
            long awaiting,
            long refusedSubmissions,
            long approved,
            long rejected,
            long withdrawn,
            Kroner asked,
            Kroner awarded,
            @Nullable Long daysFromDeadlineToDecision) {}

    private final Calls calls;
    private final Applications applications;
    private final Problems problems;

    CallFiguresResource(Calls calls, Applications applications, Problems problems) {
        this.calls = calls;
        this.applications = applications;
        this.problems = problems;
    }

    @GET
    @Path("/{id}/figures")
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description = "What has come in on the call and what became of it",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = CallFiguresResponse.class)))
    @Operation(operationId = "getCallFigures", summary = "Count what has come in on a call and what became of it")
    public Response figures(@PathParam("id") CallId id) {
        return calls.find(id)
                .map(call -> Response.ok(figures(call, applications.figures(call.id())))
                        .build())
                .orElseGet(problems::notFound);
    }

    private static CallFiguresResponse figures(Call call, CallFigures figures) {
        return new CallFiguresResponse(
                call.id(),
                figures.drafts(),
                figures.submitted(),
                figures.awaiting(),
                figures.refusedSubmissions(),
                figures.approved(),
                figures.rejected(),
                figures.withdrawn(),
                figures.asked(),
                figures.awarded(),
                figures.decidedAt()
                        .map(decided -> ChronoUnit.DAYS.between(
                                LastMoment.of(call.deadline()).day(), BusinessDates.of(decided)))
                        .orElse(null));
    }
}
