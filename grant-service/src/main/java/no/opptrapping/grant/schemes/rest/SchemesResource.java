package no.opptrapping.grant.schemes.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.db.SchemeEntity;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of schemes. */
@Path("/v1/schemes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
class SchemesResource {
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Problems problems;
    private final Clock clock;

    SchemesResource(CurrentCaller caller, AuditLog audit, Problems problems, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.problems = problems;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.KEEPER)
    @Idempotent
    @Transactional
    @APIResponse(
            responseCode = "201",
            description = "The scheme",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeResponse.class)))
    @Operation(operationId = "addScheme", summary = "Register a scheme")
    public Response add(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SchemeRequest.class)))
                    @Valid
                    @NotNull
                    SchemeRequest request) {
        var scheme = request.scheme(caller.staff().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (SchemeEntity.count("code", scheme.code) > 0) {
            return problems.rejected(List.of(BrokenRule.of("scheme.code-taken", "/code", "code", scheme.code)));
        }
        scheme.persist();
        audit.decision("scheme.added", scheme.id.toString(), Map.of("code", scheme.code));
        return Response.created(URI.create("/v1/schemes/" + scheme.id))
                .entity(SchemeResponse.of(scheme))
                .build();
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(operationId = "listSchemes", summary = "List schemes")
    public Page<SchemeResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var rows = SchemeEntity.after(after, page.limit());
        return Page.of(rows, page.limit(), scheme -> List.of(scheme.code)).map(SchemeResponse::of);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "The scheme",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeResponse.class)))
    @Operation(operationId = "getScheme", summary = "Read a scheme")
    public Response get(@PathParam("id") SchemeId id) {
        return SchemeEntity.<SchemeEntity>findByIdOptional(id.value())
                .map(scheme -> Response.ok(SchemeResponse.of(scheme)).build())
                .orElseGet(problems::notFound);
    }
}
