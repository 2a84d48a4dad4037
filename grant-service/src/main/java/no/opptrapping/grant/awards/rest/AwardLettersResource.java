package no.opptrapping.grant.awards.rest;

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
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.SeeAwardLetters;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.concurrency.AskedForm;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The letter of an award, as JSON, as a page and as PDF/UA. */
@Path("/v1/awards/{id}/letter")
@RunOnVirtualThread
@Tag(name = "Letters")
class AwardLettersResource {
    private final SeeAwardLetters find;
    private final LetterAnswers answers;
    private final Problems problems;

    AwardLettersResource(SeeAwardLetters find, LetterAnswers answers, Problems problems) {
        this.find = find;
        this.answers = answers;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML, AskedForm.PDF})
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description = "The decision letter, in the language asked for or else the municipality's own",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = LetterText.class)),
                @Content(mediaType = "text/html", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = AskedForm.PDF, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @Operation(
            operationId = "getAwardLetter",
            summary = "Read the decision letter, as JSON, as a page or as a document")
    public Response read(@PathParam("id") AwardId id, @Context Request request) {
        return find.find(id).map(letter -> answers.of(letter, request)).orElseGet(problems::notFound);
    }
}
