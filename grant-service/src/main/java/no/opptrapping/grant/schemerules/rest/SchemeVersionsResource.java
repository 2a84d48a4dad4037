package no.opptrapping.grant.schemerules.rest;

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
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import no.opptrapping.grant.schemerules.DraftSchemeVersion;
import no.opptrapping.grant.schemerules.PutSchemeVersionInForce;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.concurrency.IfMatch;
import no.opptrapping.platform.idempotency.Idempotent;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rules of a scheme (regelverk): drafted by one person, put in force by another. */
@Path("/v1/schemes/{id}/versions")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Schemes")
class SchemeVersionsResource {
    private final DraftSchemeVersion draftVersion;
    private final PutSchemeVersionInForce putInForce;
    private final Schemes schemes;
    private final SchemeVersions versions;
    private final CurrentCaller caller;
    private final Problems problems;

    SchemeVersionsResource(
            DraftSchemeVersion draftVersion,
            PutSchemeVersionInForce putInForce,
            Schemes schemes,
            SchemeVersions versions,
            CurrentCaller caller,
            Problems problems) {
        this.draftVersion = draftVersion;
        this.putInForce = putInForce;
        this.schemes = schemes;
        this.versions = versions;
        this.caller = caller;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.KEEPER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The draft; its edition is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SchemeVersionResponse.class)))
    @Operation(operationId = "draftSchemeVersion", summary = "Draft the next version of a scheme's rules")
    public Response draft(
            @PathParam("id") SchemeId id,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SchemeRules.class)))
                    @Valid
                    @NotNull
                    SchemeRules rules) {
        return answer(draftVersion.draft(id, rules, caller.staff().subject()), 201);
    }

    @PUT
    @Path("/{version}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.KEEPER)
    @APIResponse(
            responseCode = "200",
            description = "The draft as it is now; its edition is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SchemeVersionResponse.class)))
    @Operation(operationId = "changeSchemeVersion", summary = "Change the draft of a scheme's rules")
    public Response change(
            @PathParam("id") SchemeId id,
            @PathParam("version") @Min(1) @Max(10_000) Integer version,
            @BeanParam IfMatch ifMatch,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = SchemeRules.class)))
                    @Valid
                    @NotNull
                    SchemeRules rules) {
        var read = ifMatch.required();
        return answer(
                draftVersion.change(id, version, read::is, rules, caller.staff().subject()), 200);
    }

    private Response answer(DraftSchemeVersion.Outcome outcome, int status) {
        return switch (outcome) {
            case DraftSchemeVersion.Outcome.Drafted(var draft) -> shown(draft, status);
            case DraftSchemeVersion.Outcome.DraftedBefore(var number) ->
                problems.conflict("scheme.draft-exists", "version", Integer.toString(number));
            case DraftSchemeVersion.Outcome.InForce() -> problems.conflict("scheme.version-fixed");
            case DraftSchemeVersion.Outcome.ChangedMeanwhile() -> problems.preconditionFailed();
            case DraftSchemeVersion.Outcome.Unknown() -> problems.notFound();
        };
    }

    @POST
    @Path("/{version}/entry-into-force")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.DECISION_MAKER)
    @Idempotent
    @APIResponse(
            responseCode = "201",
            description = "The version, which is in force from its day on and never changes",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SchemeVersionResponse.class)))
    @Operation(
            operationId = "putSchemeVersionInForce",
            summary = "Put a version of a scheme's rules in force: another person than those who wrote it")
    public Response putInForce(
            @PathParam("id") SchemeId id,
            @PathParam("version") @Min(1) @Max(10_000) Integer version,
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = InForceRequest.class)))
                    @Valid
                    @NotNull
                    InForceRequest request) {
        var by = caller.staff().subject();
        return switch (putInForce.put(id, version, request.read(), request.from(), by)) {
            case PutSchemeVersionInForce.Outcome.InForce(var inForce) -> shown(inForce, 201);
            case PutSchemeVersionInForce.Outcome.WrittenBySamePerson() ->
                problems.forbidden("scheme.writer-may-not-put-in-force");
            case PutSchemeVersionInForce.Outcome.InForceBefore() -> problems.conflict("scheme.version-fixed");
            case PutSchemeVersionInForce.Outcome.ChangedMeanwhile() ->
                problems.conflict("scheme.version-changed-meanwhile");
            case PutSchemeVersionInForce.Outcome.Refused(var broken) -> problems.rejected(broken);
            case PutSchemeVersionInForce.Outcome.Unknown() -> problems.notFound();
        };
    }

    @GET
    @PermitAll
    @Operation(operationId = "listSchemeVersions", summary = "List the versions of a scheme's rules that may be seen")
    public Page<SchemeVersionResponse> list(@PathParam("id") SchemeId id, @Valid @BeanParam PageQuery page) {
        if (schemes.find(id).isEmpty()) {
            throw new NotFoundException();
        }
        var after =
                page.cursor(1).map(cursor -> cursor.read(0, Integer::valueOf)).orElse(0);
        return Page.of(
                        versions.list(id, seesDrafts(), after, page.limit() + 1),
                        page.limit(),
                        version -> List.of(Integer.toString(version.number())))
                .map(SchemeVersionResponse::of);
    }

    @GET
    @Path("/{version}")
    @PermitAll
    @APIResponse(
            responseCode = "200",
            description = "The version; its edition is the ETag",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = SchemeVersionResponse.class)))
    @Operation(operationId = "getSchemeVersion", summary = "Read a version of a scheme's rules")
    public Response get(@PathParam("id") SchemeId id, @PathParam("version") @Min(1) @Max(10_000) Integer version) {
        return versions.find(id, version)
                .filter(found -> seesDrafts() || found.inForce().isPresent())
                .map(found -> shown(found, 200))
                .orElseGet(problems::notFound);
    }

    /** A draft is seen only by those who prepare it. */
    private boolean seesDrafts() {
        return caller.get() instanceof Caller.Staff;
    }

    private static Response shown(SchemeVersion version, int status) {
        var address = URI.create("/v1/schemes/" + version.scheme() + "/versions/" + version.number());
        return (status == 201 ? Response.created(address) : Response.status(status))
                .header("ETag", ETags.of(version.edition()))
                .entity(SchemeVersionResponse.of(version))
                .build();
    }
}
