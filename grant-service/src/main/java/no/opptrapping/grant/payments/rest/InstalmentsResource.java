package no.opptrapping.grant.payments.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.SeeInstalments;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The plan by which an award is paid. */
@Path("/v1/awards/{id}/instalments")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Awards")
class InstalmentsResource {
    private final SeeInstalments seeInstalments;
    private final Problems problems;

    InstalmentsResource(SeeInstalments seeInstalments, Problems problems) {
        this.seeInstalments = seeInstalments;
        this.problems = problems;
    }

    @GET
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The instalments of the award, and why each that waits does",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = InstalmentsResponse.class)))
    @Operation(operationId = "getAwardInstalments", summary = "Read when which part of an award is paid")
    public Response get(@PathParam("id") AwardId id) {
        return seeInstalments
                .of(id)
                .map(seen -> Response.ok(InstalmentsResponse.of(seen)).build())
                .orElseGet(problems::notFound);
    }
}
