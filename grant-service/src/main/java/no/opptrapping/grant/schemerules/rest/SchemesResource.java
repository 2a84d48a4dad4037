package no.opptrapping.grant.schemerules.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.schemerules.RegisterScheme;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The register of schemes, each with what its rules say today. */
@Path("/v1/schemes")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
class SchemesResource {
    private final RegisterScheme registerScheme;
    private final Schemes schemes;
    private final SchemeVersions versions;
    private final CurrentCaller caller;
    private final Problems problems;
    private final Clock clock;

    SchemesResource(
            RegisterScheme registerScheme,
            Schemes schemes,
            SchemeVersions versions,
            CurrentCaller caller,
            Problems problems,
            Clock clock) {
        this.registerScheme = registerScheme;
        this.schemes = schemes;
        this.versions = versions;
        this.caller = caller;
        this.problems = problems;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.KEEPER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The scheme; another person has to put its rules in force",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeResponse.class)))
    @Operation(operationId = "addScheme", summary = "Register a scheme and draft its first rules")
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
        var by = caller.staff().subject();
        return switch (registerScheme.register(request.scheme(), request.rules(), by)) {
            case RegisterScheme.Outcome.Registered(var scheme, var draft) ->
                Response.created(URI.create("/v1/schemes/" + scheme.id()))
                        .entity(SchemeResponse.of(scheme, draft))
                        .build();
            case RegisterScheme.Outcome.Refused(var broken) -> problems.rejected(broken);
        };
    }

    @GET
    @PermitAll
    @Transactional
    @Operation(operationId = "listSchemes", summary = "List schemes")
    public Page<SchemeResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var rows = seesDrafts()
                ? schemes.list(after, page.limit() + 1)
                : schemes.listRuled(BusinessDates.today(clock), after, page.limit() + 1);
        var found = Page.of(rows, page.limit(), scheme -> List.of(scheme.code()));
        var shown = shown(found.items());
        return found.map(scheme -> SchemeResponse.of(scheme, shown.apply(scheme)));
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Transactional
    @APIResponse(
            responseCode = "200",
            description = "The scheme",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SchemeResponse.class)))
    @Operation(operationId = "getScheme", summary = "Read a scheme")
    public Response get(@PathParam("id") SchemeId id) {
        return schemes.find(id)
                .filter(scheme -> seesDrafts()
                        || versions.inForce(id, BusinessDates.today(clock)).isPresent())
                .map(scheme -> Response.ok(
                                SchemeResponse.of(scheme, shown(List.of(scheme)).apply(scheme)))
                        .build())
                .orElseGet(problems::notFound);
    }

    /** A scheme whose rules are not in force is seen only by those who prepare it. */
    private boolean seesDrafts() {
        return caller.get() instanceof Caller.Staff;
    }

    private Function<Scheme, SchemeVersion> shown(List<Scheme> of) {
        var shown = versions.shown(of.stream().map(Scheme::id).toList(), BusinessDates.today(clock));
        return scheme -> Optional.ofNullable(shown.get(scheme.id())).orElseThrow();
    }
}
