package no.opptrapping.platform.time;

import io.quarkus.arc.profile.IfBuildProfile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Reads and moves the {@link SimulatedClock}; only in the local build and in tests. */
@Path("/local/clock")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.ADMINISTRATOR)
@IfBuildProfile(anyOf = {"local", "test"})
class SimulatedClockResource {
    /** The instant of business time. */
    record Reading(@NotNull Instant instant) {}

    private final SimulatedClock clock;
    private final Problems problems;

    SimulatedClockResource(SimulatedClock clock, Problems problems) {
        this.clock = clock;
        this.problems = problems;
    }

    @GET
    @Operation(hidden = true)
    public Reading read() {
        return new Reading(clock.instant());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(hidden = true)
    public Response move(@Valid @NotNull Reading wanted) {
        if (clock.forwardTo(wanted.instant())) {
            return Response.ok(new Reading(clock.instant())).build();
        }
        return problems.conflict("clock.backwards", "now", clock.instant(), "wanted", wanted.instant());
    }
}
