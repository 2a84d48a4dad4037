package no.opptrapping.platform.events.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.events.EventCounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service has published, taken in, ignored and set aside, for those who run it. */
@Path("/v1/event-counts")
@Tag(name = "Operation")
@RolesAllowed(Roles.STAFF)
@RunOnVirtualThread
class EventCountsResource {
    private static final String EXAMPLE = """
            {"published": 8050, "consumed": 5431, "duplicates": 2, "outdated": 0, "deadLettered": 0, "pending": 3}""";

    private final EventCounts counts;

    EventCountsResource(EventCounts counts) {
        this.counts = counts;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "readEventCounts",
            summary = "Count this service's events",
            description = "Counts since the service's database was made, read from the same transactions as the work.")
    @APIResponse(
            responseCode = "200",
            description = "The counts at one moment",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = EventCounts.Counts.class),
                            examples = @ExampleObject(name = "a year", value = EXAMPLE)))
    public EventCounts.Counts read() {
        return counts.read();
    }
}
