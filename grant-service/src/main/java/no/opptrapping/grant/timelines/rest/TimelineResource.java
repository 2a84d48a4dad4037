package no.opptrapping.grant.timelines.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.timelines.MeasureTimeline;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How long a call took, for everybody. */
@Path("/v1/calls/{id}/timeline")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Calls")
class TimelineResource {
    private final MeasureTimeline measureTimeline;
    private final Problems problems;

    TimelineResource(MeasureTimeline measureTimeline, Problems problems) {
        this.measureTimeline = measureTimeline;
        this.problems = problems;
    }

    @GET
    @APIResponse(
            responseCode = "200",
            description = "Days from the deadline to decision, letter, acceptance and money, as measured",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = TimelineResponse.class)))
    @Operation(
            operationId = "getCallTimeline",
            summary = "Read how long it took from the deadline of a call to the money",
            description = "Half of them, the slowest tenth, and who still waits; nobody types these figures in.")
    public Response timeline(@PathParam("id") CallId id) {
        return measureTimeline
                .of(id)
                .map(timeline -> Response.ok(TimelineResponse.of(timeline)).build())
                .orElseGet(problems::notFound);
    }
}
