package no.opptrapping.grant.trace.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.grant.trace.SeeTrace;
import no.opptrapping.grant.trace.SeeTrace.Trace;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Follow one krone: the way of an award's money, as JSON and as a page. */
@Path("/v1/awards/{id}/trace")
@RunOnVirtualThread
@Tag(name = "Awards")
class TracesResource {
    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE)
            .build();

    private final SeeTrace seeTrace;
    private final CurrentPageText text;
    private final Problems problems;

    TracesResource(SeeTrace seeTrace, CurrentPageText text, Problems problems) {
        this.seeTrace = seeTrace;
        this.text = text;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "What happened and where the money is; as HTML a page with a picture and its table",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = TraceResponse.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    @Operation(
            operationId = "traceAward",
            summary = "Follow an award's money from the appropriation to what became of it, as JSON or a page",
            description = "The picture follows from the ledger alone; what happened is what each part of the case has"
                    + " written down, in the language of Accept-Language")
    public Response trace(@PathParam("id") AwardId id, @Context Request request) {
        var wanted = Optional.ofNullable(request.selectVariant(OFFERED)).orElseThrow(NotAcceptableException::new);
        return seeTrace.find(id)
                .map(trace -> wanted.getMediaType().isCompatible(MediaType.TEXT_HTML_TYPE) ? page(trace) : data(trace))
                .orElseGet(problems::notFound);
    }

    private Response data(Trace trace) {
        var said = text.get();
        return Response.ok(TraceResponse.of(trace, said.texts(), said.language()), MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Language", said.language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private Response page(Trace trace) {
        var said = text.get();
        return Response.ok(TracePage.of(trace, said).render(), MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Language", said.language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }
}
