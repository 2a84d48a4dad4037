package no.opptrapping.platform.events.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.opptrapping.platform.events.EventCounts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What this service has published, taken in, ignored and set aside, for those who run it. */
@Path("/v1/event-counts")
@Tag(name = "Operation")
@RolesAllowed({"adviser", "decision-maker", "controller", "county-governor", "ministry", "administrator"})
@RunOnVirtualThread
class EventCountsResource {
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
    public EventCounts.Counts read() {
        return counts.read();
    }
}
