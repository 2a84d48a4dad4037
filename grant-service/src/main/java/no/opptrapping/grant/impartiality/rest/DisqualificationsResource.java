package no.opptrapping.grant.impartiality.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Disqualifications;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is disqualified in which scheme: a register without rules of its own. */
@Path("/v1/disqualifications")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Impartiality")
class DisqualificationsResource {
    /** What an issuer calls a person: something to read, and nothing that cannot be seen. */
    private static final java.util.regex.Pattern SUBJECT =
            java.util.regex.Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,200}");

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
            description = "Recorded; the person can do nothing in the scheme until it ends",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisqualificationResponse.class)))
    @Operation(operationId = "recordDisqualification", summary = "Record that a person is disqualified from a scheme")
    @Transactional
    public Response record(@Valid @NotNull DisqualificationRequest request) {
        var person = request.person().strip();
        if (!SUBJECT.matcher(person).matches()) {
            return problems.rejected(List.of(BrokenRule.of("impartiality.no-subject", "/person")));
        }
        var one = new Disqualifications.Disqualification(
                UUID.randomUUID(),
                person,
                request.schemeId(),
                request.reason().strip(),
                caller.staff().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        if (!disqualifications.add(one)) {
            return problems.conflict("impartiality.already-disqualified");
        }
        audit.decision(
                "disqualification.recorded",
                one.id().toString(),
                Map.of("person", one.person(), "scheme", one.scheme().toString()));
        return Response.created(URI.create("/v1/disqualifications/" + one.id()))
                .entity(DisqualificationResponse.of(one))
                .build();
    }

    @POST
    @Path("/{id}/ending")
    @Idempotent
    @Transactional
    @RolesAllowed({Roles.DECISION_MAKER, Roles.ADMINISTRATOR})
    @APIResponse(
            responseCode = "201",
            description = "It has ended; the person can work in the scheme again",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = DisqualificationResponse.class)))
    @Operation(operationId = "endDisqualification", summary = "End a disqualification; nobody ends their own")
    public Response end(@PathParam("id") UUID id) {
        var found = disqualifications.find(id);
        if (found.isEmpty()) {
            return problems.notFound();
        }
        var by = caller.staff().subject();
        if (found.get().person().equals(by)) {
            audit.denied("disqualification.ended", id.toString(), Map.of("reason", "the person's own"));
            return problems.forbidden("impartiality.own-disqualification");
        }
        if (!disqualifications.end(
                id, new Disqualifications.Ending(by, clock.instant().truncatedTo(ChronoUnit.MICROS)))) {
            return problems.conflict("impartiality.already-ended");
        }
        audit.decision(
                "disqualification.ended",
                id.toString(),
                Map.of("person", found.get().person()));
        return Response.created(URI.create("/v1/disqualifications/" + id))
                .entity(disqualifications
                        .find(id)
                        .map(DisqualificationResponse::of)
                        .orElseThrow())
                .build();
    }

    @GET
    @RolesAllowed({Roles.DECISION_MAKER, Roles.CONTROLLER, Roles.ADMINISTRATOR})
    @Operation(operationId = "listDisqualifications", summary = "List who is and was disqualified in which scheme")
    public Page<DisqualificationResponse> list(
            @QueryParam("schemeId") @Nullable SchemeId schemeId,
            @QueryParam("person") @Nullable @Size(max = 200) String person,
            @Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.uuid(0)).orElse(null);
        return Page.of(
                        disqualifications.list(
                                schemeId, person == null ? null : person.strip(), after, page.limit() + 1),
                        page.limit(),
                        one -> List.of(one.id().toString()))
                .map(DisqualificationResponse::of);
    }
}
