package no.opptrapping.grant.allocation.reserve.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.reserve.DecideReserve;
import no.opptrapping.grant.allocation.reserve.OfferId;
import no.opptrapping.grant.allocation.reserve.ReserveOffer;
import no.opptrapping.grant.allocation.reserve.ReserveOffers;
import no.opptrapping.grant.allocation.runs.OwnRuns;
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
import org.jspecify.annotations.Nullable;

/** Offers from reserve lists: proposed by one person, decided by another. */
@Path("/v1/reserve-offers")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reserve lists")
class ReserveOffersResource {
    private final DecideReserve decideReserve;
    private final ReserveOffers offers;
    private final OwnRuns ownRuns;
    private final CurrentCaller caller;
    private final Problems problems;

    ReserveOffersResource(
            DecideReserve decideReserve,
            ReserveOffers offers,
            OwnRuns ownRuns,
            CurrentCaller caller,
            Problems problems) {
        this.ownRuns = ownRuns;
        this.decideReserve = decideReserve;
        this.offers = offers;
        this.caller = caller;
        this.problems = problems;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(operationId = "listReserveOffers", summary = "List offers from reserve lists, oldest first")
    public Page<OfferResponse> list(
            @QueryParam("callId") @Nullable CallId callId,
            @QueryParam("state") ReserveOffer.@Nullable State state,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(2).map(cursor -> new ReserveOffers.Key(cursor.instant(0), new OfferId(cursor.uuid(1))));
        return Page.of(
                        offers.list(
                                Optional.ofNullable(callId),
                                Optional.ofNullable(state),
                                ownRuns.own(),
                                after,
                                page.limit() + 1),
                        page.limit(),
                        offer -> List.of(
                                offer.proposedAt().toString(), offer.id().toString()))
                .map(OfferResponse::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.STAFF)
    @APIResponse(
            responseCode = "200",
            description = "The offer",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @Operation(operationId = "getReserveOffer", summary = "Read an offer from a reserve list")
    public Response get(@PathParam("id") OfferId id) {
        return offers.find(id)
                .filter(offer -> ownRuns.own().isEmpty() || ownRuns.areOf(offer.office()))
                .map(offer -> Response.ok(OfferResponse.of(offer)).build())
                .orElseGet(problems::notFound);
    }

    @POST
    @Path("/{id}/approval")
    @RolesAllowed({Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The award is made or increased, with its letter",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @Operation(
            operationId = "approveReserveOffer",
            summary = "Approve an offer that another person proposed: the award is made, or increased")
    public Response approve(@PathParam("id") OfferId id) {
        return answer(decideReserve.approve(id, caller.staff().subject()));
    }

    @POST
    @Path("/{id}/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.DECISION_MAKER, Roles.COUNTY_GOVERNOR})
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "Nothing comes of it; the application stays on the list",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OfferResponse.class)))
    @Operation(operationId = "refuseReserveOffer", summary = "Refuse an offer that another person proposed")
    public Response refuse(@PathParam("id") OfferId id, @Valid @NotNull RefusalRequest request) {
        return answer(decideReserve.refuse(id, request.reason(), caller.staff().subject()));
    }

    private Response answer(DecideReserve.Outcome outcome) {
        return switch (outcome) {
            case DecideReserve.Outcome.Decided(var offer) ->
                Response.created(URI.create("/v1/reserve-offers/" + offer.id()))
                        .entity(OfferResponse.of(offer))
                        .build();
            case DecideReserve.Outcome.SamePerson() -> problems.forbidden("reserve.proposer-may-not-decide");
            case DecideReserve.Outcome.DecidedBefore(var state) ->
                problems.conflict("reserve.decided-before", "state", state.code());
            case DecideReserve.Outcome.InsufficientFunds(var available, var needed) ->
                problems.conflict("allocation.insufficient-funds", "available", available, "needed", needed);
            case DecideReserve.Outcome.LessIsMissing(var missing, var offered) ->
                problems.conflict("reserve.less-is-missing", "missing", missing, "offered", offered);
            case DecideReserve.Outcome.Refused(var broken) -> problems.rejected(broken);
            case DecideReserve.Outcome.DecidedByTheOffice() -> problems.forbidden("allocation.of-another-decider");
            case DecideReserve.Outcome.NotOfTheOffice(var municipalities) ->
                problems.conflict("allocation.not-of-the-office", "municipalities", municipalities);
            case DecideReserve.Outcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
            case DecideReserve.Outcome.UnknownOffer() -> problems.notFound();
        };
    }
}
