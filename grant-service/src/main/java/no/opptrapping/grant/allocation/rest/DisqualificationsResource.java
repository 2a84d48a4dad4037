package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who is disqualified in which scheme: a register without rules of its own. */
@Path("/v1/disqualifications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation")
class DisqualificationsResource {
    private final Disqualifications disqualifications;
    private final AuditLog audit;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Clock clock;

    DisqualificationsResource(
            Disqualifications disqualifications, AuditLog audit, CurrentCaller caller, Problems problems, Clock clock) {
        this.disqualifications = disqualifications;
        this.audit = audit;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    /** The person's subject, the scheme, and why. */
    record DisqualificationRequest(
            @NotBlank @Size(max = 200) String person,
            @NotNull SchemeId schemeId,
            @NotBlank @Size(max = 1000) String reason) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.DECISION_MAKER, Roles.ADMINISTRATOR})
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the person can neither make nor adopt runs",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Disqualifications.Disqualification.class)))
    @Operation(
            operationId = "recordDisqualification",
            summary = "Record that a person is disqualified from a scheme's allocations")
    public Response record(@Valid @NotNull DisqualificationRequest request) {
        var one = new Disqualifications.Disqualification(
                UUID.randomUUID(),
                request.person(),
                request.schemeId(),
                request.reason(),
                caller.staff().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!disqualifications.add(one)) {
            return problems.conflict("allocation.already-disqualified");
        }
        audit.decision(
                "disqualification.recorded",
                one.id().toString(),
                Map.of("person", one.person(), "scheme", one.scheme().toString()));
        return Response.created(URI.create("/v1/disqualifications/" + one.id()))
                .entity(one)
                .build();
    }
}
