package no.opptrapping.grant.dispensations.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.dispensations.DecideDispensation;
import no.opptrapping.grant.dispensations.Dispensations;
import no.opptrapping.grant.dispensations.Outage;
import no.opptrapping.grant.dispensations.RegisterOutage;
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

/** The log of outages of ours, for everybody to read. */
@Path("/v1/outages")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Dispensations")
class OutagesResource {
    /** An outage to enter. */
    @Schema(name = "NewOutage")
    record OutageRequest(
            @Schema(required = true, maxLength = 40, description = "The first instant, with its offset from UTC")
            OffsetDateTime from,

            @Schema(required = true, maxLength = 40, description = "The last instant, with its offset from UTC")
            OffsetDateTime to,

            @Schema(required = true, maxLength = 2000, description = "What could not be used, for everybody to read")
            @Size(max = 2000)
            String what,

            @Schema(
                    required = true,
                    maxLength = 40,
                    description = "Until when those whom it hit are proposed to apply, with its offset from UTC")
            OffsetDateTime until) {
        RegisterOutage.Command command() {
            return new RegisterOutage.Command(micros(from), micros(to), what, micros(until));
        }

        private static Instant micros(OffsetDateTime time) {
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    /** An outage as the API shows it. */
    @Schema(name = "Outage")
    record OutageResponse(
            UUID id,
            @Schema(description = "The first instant of it") Instant from,
            @Schema(description = "The last instant of it") Instant to,
            @Schema(maxLength = 2000) String what,

            @Schema(
                    minimum = "0",
                    description = "How many municipalities it was proposed for that they may apply later")
            int proposed,

            @Schema(description = "The instant at which it was entered (UTC)")
            Instant registeredAt) {
        static OutageResponse of(Outage outage) {
            return new OutageResponse(
                    outage.id(), outage.from(), outage.to(), outage.what(), outage.proposed(), outage.at());
        }
    }

    /** What became of the proposals of an outage. */
    @Schema(name = "OutageDecision")
    record DecisionResponse(
            @Schema(minimum = "0", description = "How many were decided now")
            long decided,

            @Schema(minimum = "0", description = "How many were not: the call is over, or the proposed deadline is")
            long left) {}

    private final RegisterOutage registerOutage;
    private final DecideDispensation decideDispensation;
    private final Dispensations dispensations;
    private final CurrentCaller caller;
    private final Problems problems;

    OutagesResource(
            RegisterOutage registerOutage,
            DecideDispensation decideDispensation,
            Dispensations dispensations,
            CurrentCaller caller,
            Problems problems) {
        this.registerOutage = registerOutage;
        this.decideDispensation = decideDispensation;
        this.dispensations = dispensations;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMINISTRATOR)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The outage; each dispensation that it proposed waits for a second person",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OutageResponse.class)))
    @Operation(
            operationId = "registerOutage",
            summary = "Enter an outage of ours, which proposes a dispensation to everybody it hit",
            description =
                    "Hit is who has a draft of a call whose deadline lay in it, or was refused in it and late since.")
    public Response register(@Valid @NotNull OutageRequest request) {
        return switch (registerOutage.register(request.command(), caller.staff().subject())) {
            case RegisterOutage.Outcome.Registered(var outage) ->
                Response.created(URI.create("/v1/outages"))
                        .entity(OutageResponse.of(outage))
                        .build();
            case RegisterOutage.Outcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @POST
    @Path("/{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "How many of its proposals were decided",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DecisionResponse.class)))
    @Operation(
            operationId = "decideOutage",
            summary = "Grant or refuse at once what an outage proposed to everybody it hit",
            description = "Another person than the one who entered the outage.")
    public Response decide(@PathParam("id") UUID id, @Valid @NotNull DispensationDecisionRequest request) {
        return decideDispensation
                .decideAll(
                        id, request.granted(), request.reason(), caller.staff().subject())
                .map(this::decided)
                .orElseGet(problems::notFound);
    }

    private Response decided(List<DecideDispensation.Outcome> outcomes) {
        if (outcomes.stream().anyMatch(DecideDispensation.Outcome.SamePerson.class::isInstance)) {
            return problems.forbidden("dispensation.proposer-may-not-decide");
        }
        var decided = outcomes.stream()
                .filter(DecideDispensation.Outcome.Decided.class::isInstance)
                .count();
        return Response.created(URI.create("/v1/outages"))
                .entity(new DecisionResponse(decided, outcomes.size() - decided))
                .build();
    }

    @GET
    @PermitAll
    @Operation(operationId = "listOutages", summary = "List the outages of ours, the newest first")
    public Page<OutageResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(2).map(cursor -> new Dispensations.OutageKey(cursor.instant(0), cursor.uuid(1)));
        return Page.of(
                        dispensations.outages(after, page.limit() + 1),
                        page.limit(),
                        outage -> List.of(outage.from().toString(), outage.id().toString()))
                .map(OutageResponse::of);
    }
}
