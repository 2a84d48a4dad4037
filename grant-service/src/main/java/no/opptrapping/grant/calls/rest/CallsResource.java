package no.opptrapping.grant.calls.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.time.Clock;
import java.time.Year;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.calls.AnnounceCall;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.MakeCall;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Calls: made by one person, announced by another, read by everybody from their announcement on. */
@Path("/v1/calls")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calls")
class CallsResource {
    private final MakeCall makeCall;
    private final AnnounceCall announceCall;
    private final Calls calls;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Clock clock;

    CallsResource(
            MakeCall makeCall,
            AnnounceCall announceCall,
            Calls calls,
            CurrentCaller caller,
            Problems problems,
            Clock clock) {
        this.makeCall = makeCall;
        this.announceCall = announceCall;
        this.calls = calls;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADVISER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The call; another person has to announce it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "makeCall", summary = "Make a call; another person announces it")
    public Response make(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = CallRequest.class)))
                    @Valid
                    @NotNull
                    CallRequest request) {
        return switch (makeCall.make(request.command(caller.staff().subject()))) {
            case MakeCall.Outcome.Made(var call) ->
                Response.created(URI.create("/v1/calls/" + call.id()))
                        .entity(CallResponse.of(call, clock.instant()))
                        .build();
            case MakeCall.Outcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @POST
    @Path("/{id}/announcement")
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The call is announced",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "announceCall", summary = "Announce a call: municipalities can apply")
    public Response announce(@PathParam("id") CallId id) {
        return switch (announceCall.announce(id, caller.staff().subject())) {
            case AnnounceCall.Outcome.Announced(var call) ->
                Response.created(URI.create("/v1/calls/" + call.id()))
                        .entity(CallResponse.of(call, clock.instant()))
                        .build();
            case AnnounceCall.Outcome.SamePerson() -> problems.forbidden("call.maker-may-not-announce");
            case AnnounceCall.Outcome.NotADraft(var status) ->
                problems.conflict("call.already-announced", "state", status.code());
            case AnnounceCall.Outcome.DeadlinePassed(var call) ->
                problems.rejected(List.of(BrokenRule.of(
                        "call.deadline-in-the-past",
                        "",
                        "deadline",
                        call.deadline().toString())));
            case AnnounceCall.Outcome.NoRulesInForce(var day) ->
                problems.conflict("call.no-rules-in-force", "day", day.toString());
            case AnnounceCall.Outcome.UnknownCall(var unknown) -> problems.notFound();
        };
    }

    @GET
    @PermitAll
    @Operation(operationId = "listCalls", summary = "List the calls that the caller may see")
    public Page<CallResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("year") @Nullable @Min(2000) @Max(2100) Integer year,
            @QueryParam("status") @Nullable CallStatus status,
            @Valid @BeanParam PageQuery page) {
        var filter = new Calls.Filter(visible(status), schemeId, year == null ? null : Year.of(year));
        var after = page.cursor(2)
                .map(cursor -> new Calls.Key(cursor.read(0, Year::parse), new CallId(cursor.uuid(1))))
                .orElse(null);
        return Page.of(
                        calls.list(filter, after, page.limit() + 1),
                        page.limit(),
                        call -> List.of(call.year().toString(), call.id().toString()))
                .map(call -> CallResponse.of(call, clock.instant()));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The call",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CallResponse.class)))
    @Operation(operationId = "getCall", summary = "Read a call")
    public Response get(@PathParam("id") CallId id) {
        return calls.find(id)
                .filter(call -> visible(null).contains(call.status()))
                .map(call -> Response.ok(CallResponse.of(call, clock.instant())).build())
                .orElseGet(problems::notFound);
    }

    /** A call that is not announced is seen only by those who prepare it. */
    private Set<CallStatus> visible(@Nullable CallStatus status) {
        var visible = caller.get() instanceof Caller.Staff
                ? EnumSet.allOf(CallStatus.class)
                : EnumSet.complementOf(EnumSet.of(CallStatus.DRAFT));
        if (status != null) {
            visible.retainAll(Set.of(status));
        }
        return visible;
    }
}
