package no.opptrapping.grant.rejections.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.letters.Letter;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.letters.SeeLetters;
import no.opptrapping.grant.rejections.SeeApplicationLetters;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The letter that answers an application, as JSON, as a page and as PDF/UA. */
@Path("/v1/applications/{id}/letter")
@RunOnVirtualThread
@Tag(name = "Letters")
class ApplicationLettersResource {
    private static final MediaType PDF = MediaType.valueOf("application/pdf");

    private final SeeApplicationLetters find;
    private final SeeLetters seeLetters;
    private final Problems problems;

    ApplicationLettersResource(SeeApplicationLetters find, SeeLetters seeLetters, Problems problems) {
        this.find = find;
        this.seeLetters = seeLetters;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, "application/pdf"})
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The decision letter, in the language asked for or else the municipality's own",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = LetterText.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = "application/pdf", schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "getApplicationLetter",
            summary = "Read the letter that answers an application, as JSON, as a page or as a document")
    public Response read(@PathParam("id") ApplicationId id, @Context Request request) {
        return find.find(id).map(letter -> answer(letter, request)).orElseGet(problems::notFound);
    }

    private Response answer(Letter letter, Request request) {
        var spoken = seeLetters.spoken(letter);
        var wanted =
                request.selectVariant(Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, PDF)
                        .build());
        if (wanted != null && wanted.getMediaType().equals(PDF)) {
            var bytes = seeLetters.document(letter, spoken);
            return CacheableAnswer.of(request, ETags.digest(bytes), PDF, () -> bytes);
        }
        var answer = wanted != null && wanted.getMediaType().equals(MediaType.TEXT_HTML_TYPE)
                ? Response.ok(seeLetters.page(letter, spoken), MediaType.TEXT_HTML + ";charset=UTF-8")
                : Response.ok(seeLetters.text(letter, spoken), MediaType.APPLICATION_JSON_TYPE);
        return answer.header("Content-Language", spoken.tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }
}
