package no.opptrapping.grant.costkeys.rest;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.stream.Collectors;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.grant.costkeys.db.CostKeyEntity;
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

/** The register of cost keys. */
@Path("/v1/cost-keys")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Allocation")
class CostKeysResource {
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Problems problems;
    private final Clock clock;

    CostKeysResource(CurrentCaller caller, AuditLog audit, Problems problems, Clock clock) {
        this.caller = caller;
        this.audit = audit;
        this.problems = problems;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.MINISTRY, Roles.ADMINISTRATOR})
    @Idempotent
    @Transactional
    @APIResponse(
            responseCode = "201",
            description = "Registered; a key is never changed",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CostKeyResponse.class)))
    @Operation(operationId = "addCostKey", summary = "Register a sector cost key; it is never changed afterwards")
    public Response add(@Valid @NotNull CostKeyRequest request) {
        if (CostKeyEntity.count("code", request.code()) > 0) {
            return problems.rejected(List.of(BrokenRule.of("costkey.code-taken", "/code", "code", request.code())));
        }
        var key = new CostKeyEntity();
        key.code = request.code();
        key.year = request.year();
        key.name = request.name();
        key.source = request.source();
        key.criteria = List.copyOf(request.criteria());
        key.madeBy = caller.staff().subject();
        key.madeAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        key.persist();
        audit.decision("cost-key.added", key.code, Map.of("criteria", criteria(key)));
        return Response.created(URI.create("/v1/cost-keys/" + key.code))
                .entity(CostKeyResponse.of(key))
                .build();
    }

    @GET
    @Authenticated
    @Transactional
    @Operation(operationId = "listCostKeys", summary = "List sector cost keys")
    public Page<CostKeyResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var rows = CostKeyEntity.after(after, page.limit());
        return Page.of(rows, page.limit(), key -> List.of(key.code)).map(CostKeyResponse::of);
    }

    @GET
    @Path("/{code}")
    @Authenticated
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "The key with its criteria, and what the weights sum to",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = CostKeyResponse.class)))
    @Operation(operationId = "getCostKey", summary = "Read a sector cost key")
    public Response get(@PathParam("code") @Pattern(regexp = "^[a-z0-9-]{1,60}$") String code) {
        return CostKeyEntity.<CostKeyEntity>findByIdOptional(code)
                .map(key -> Response.ok(CostKeyResponse.of(key)).build())
                .orElseGet(problems::notFound);
    }

    private static String criteria(CostKeyEntity key) {
        return key.criteria.stream().map(CostKeyCriterion::indicator).collect(Collectors.joining(" "));
    }
}
