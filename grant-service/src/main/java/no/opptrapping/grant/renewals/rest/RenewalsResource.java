package no.opptrapping.grant.renewals.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.DraftApplication;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.grant.renewals.NotCarried;
import no.opptrapping.grant.renewals.RenewApplication;
import no.opptrapping.platform.access.Acts;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.LocalisedFaults;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.register.Task;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Applications begun with what was applied for and reported the year before. */
@Path("/v1/calls/{id}/renewals")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class RenewalsResource {
    private final RenewApplication renewApplication;
    private final CallingMunicipality calling;
    private final LocalisedFaults faults;
    private final Problems problems;

    RenewalsResource(
            RenewApplication renewApplication, CallingMunicipality calling, LocalisedFaults faults, Problems problems) {
        this.renewApplication = renewApplication;
        this.calling = calling;
        this.faults = faults;
        this.problems = problems;
    }

    @POST
    @RolesAllowed(Roles.MUNICIPALITY_WRITE)
    @Acts(Task.APPLY)
    @Idempotent(showsTheThing = false)
    @APIResponse(
            responseCode = "201",
            description = "The draft, at Location; its version is the ETag",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RenewalResponse.class)))
    @APIResponse(
            responseCode = "200",
            description = "The draft that was renewed before, as it is now",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = RenewalResponse.class)))
    @Operation(
            operationId = "renewApplication",
            summary = "Begin an application with last year's and with what last year's report says")
    public Response renew(@PathParam("id") CallId id) {
        return calling.applying()
                .map(host -> answer(renewApplication.renew(host, id)))
                .orElseGet(() -> problems.forbidden("application.not-a-municipality"));
    }

    private Response answer(RenewApplication.Outcome outcome) {
        return switch (outcome) {
            case RenewApplication.Outcome.Renewed(var draft, var missing, var left) -> shown(201, draft, left, missing);
            case RenewApplication.Outcome.RenewedBefore(var draft, var missing) ->
                shown(200, draft, List.of(), missing);
            case RenewApplication.Outcome.NothingToRenew() -> problems.conflict("application.nothing-to-renew");
            case RenewApplication.Outcome.NotBegun(DraftApplication.Outcome.CallOver(var phase)) ->
                phase == CallPhase.CANCELLED
                        ? problems.conflict("application.call-cancelled")
                        : problems.conflict("application.call-over", "state", phase.code());
            case RenewApplication.Outcome.NotBegun(DraftApplication.Outcome.TooManyDrafts(var most)) ->
                problems.conflict("application.too-many-drafts", "most", most);
            case RenewApplication.Outcome.NotBegun(DraftApplication.Outcome.Refused(var broken)) ->
                problems.rejected(broken);
            case RenewApplication.Outcome.NotBegun(var _) -> problems.notFound();
        };
    }

    private Response shown(int status, Application draft, List<NotCarried> left, List<BrokenRule> missing) {
        var address = URI.create("/v1/applications/" + draft.id());
        return Response.status(status)
                .location(address)
                .header("ETag", ETags.of(draft.version()))
                .entity(RenewalResponse.of(draft, left, faults.of(missing)))
                .build();
    }
}
