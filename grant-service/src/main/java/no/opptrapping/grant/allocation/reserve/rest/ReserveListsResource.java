package no.opptrapping.grant.allocation.reserve.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.reserve.ProposeReserve;
import no.opptrapping.grant.allocation.reserve.SeeReserve;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The reserve list of a call, and offers to those on it. */
@Path("/v1/calls/{id}")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reserve lists")
class ReserveListsResource {
    private final SeeReserve seeReserve;
    private final ProposeReserve proposeReserve;
    private final CurrentCaller caller;
    private final Problems problems;

    ReserveListsResource(
            SeeReserve seeReserve, ProposeReserve proposeReserve, CurrentCaller caller, Problems problems) {
        this.seeReserve = seeReserve;
        this.proposeReserve = proposeReserve;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @Path("/reserve-list")
    @RolesAllowed({Roles.MUNICIPALITY, Roles.STAFF})
    @Operation(
            operationId = "getReserveList",
            summary = "List those that the money of a call did not reach, in the order in which they are offered money",
            description = "A municipality sees its own places.")
    public Page<ReserveEntryResponse> list(@PathParam("id") CallId id, @Valid @BeanParam PageQuery page) {
        return switch (seeReserve.list(id)) {
            case SeeReserve.Outcome.Listed(var lines) -> {
                var from = page.cursor(1)
                        .map(cursor -> Math.max(0, cursor.read(0, Integer::valueOf)))
                        .orElse(0);
                yield Page.of(
                                IntStream.range(Math.min(from, lines.size()), lines.size())
                                        .limit(page.limit() + 1L)
                                        .boxed()
                                        .toList(),
                                page.limit(),
                                row -> List.of(Integer.toString(row + 1)))
                        .map(row -> ReserveEntryResponse.of(lines.get(row)));
            }
            case SeeReserve.Outcome.NotReproducible() ->
                throw new ClientErrorException(problems.conflict("allocation.engine-changed"));
            case SeeReserve.Outcome.UnknownCall() -> throw new NotFoundException();
        };
    }

    @POST
    @Path("/reserve-offers")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ADVISER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The offer; another person has to decide it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @Operation(
            operationId = "proposeReserveOffer",
            summary = "Propose to award money that is left to somebody on the reserve list; another person decides")
    public Response propose(@PathParam("id") CallId id, @Valid @NotNull OfferRequest request) {
        return switch (proposeReserve.propose(
                request.command(id), caller.staff().subject())) {
            case ProposeReserve.Outcome.Proposed(var offer) ->
                Response.created(URI.create("/v1/reserve-offers/" + offer.id()))
                        .entity(OfferResponse.of(offer))
                        .build();
            case ProposeReserve.Outcome.Refused(var broken) -> problems.rejected(broken);
            case ProposeReserve.Outcome.CallNotDecided(var status) ->
                problems.conflict("reserve.call-not-decided", "state", status.code());
            case ProposeReserve.Outcome.DecidedByTheOffice() -> problems.forbidden("allocation.of-another-decider");
            case ProposeReserve.Outcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
            case ProposeReserve.Outcome.UnknownCall() -> problems.notFound();
        };
    }
}
