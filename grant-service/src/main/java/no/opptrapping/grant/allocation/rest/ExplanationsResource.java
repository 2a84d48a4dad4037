package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.BiFunction;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.explanations.SeeExplanation;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.NewestEditions;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why a municipality gets what it gets: as JSON in three languages, or as a page of the decision letter in one. */
@Path("/v1/allocation-runs/{id}/explanations/{number}")
@RunOnVirtualThread
@Tag(name = "Allocation")
class ExplanationsResource {
    private final SeeExplanation seeExplanation;
    private final NewestEditions editions;
    private final CurrentCaller caller;
    private final CurrentPageText text;
    private final Problems problems;

    ExplanationsResource(
            SeeExplanation seeExplanation,
            NewestEditions editions,
            CurrentCaller caller,
            CurrentPageText text,
            Problems problems) {
        this.editions = editions;
        this.seeExplanation = seeExplanation;
        this.caller = caller;
        this.text = text;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @RolesAllowed({Roles.MUNICIPALITY_READ, Roles.STAFF})
    @APIResponse(
            responseCode = "200",
            description =
                    "Why the municipality gets what it gets; as HTML a page that can be printed with the letter, in"
                            + " the language of Accept-Language",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Explanation.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    @Operation(
            operationId = "explainAmount",
            summary = "Explain a municipality's amount so that it can be followed with a pocket calculator")
    public Response explanation(
            @PathParam("id") RunId id, @PathParam("number") MunicipalityNumber number, @Context HttpHeaders headers) {
        return Wanted.of(headers, List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML))
                        .equals(MediaType.TEXT_HTML)
                ? explained(id, number, this::page)
                : explained(
                        id,
                        number,
                        (run, explanation) -> Response.ok(explanation, MediaType.APPLICATION_JSON_TYPE)
                                .header("Vary", "Accept")
                                .build());
    }

    private Response page(ComputedRun run, Explanation explanation) {
        var said = text.get();
        return Response.ok(
                        ExplanationPage.of(
                                        run.run(),
                                        explanation,
                                        PageEdition.of(editions, run.run().id()),
                                        said)
                                .render(),
                        MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Language", said.language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private Response explained(
            RunId id, MunicipalityNumber number, BiFunction<ComputedRun, Explanation, Response> answer) {
        return switch (seeExplanation.see(id, number, caller.get())) {
            case SeeExplanation.Outcome.Explained(var run, var explanation) -> answer.apply(run, explanation);
            case SeeExplanation.Outcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
            case SeeExplanation.Outcome.Unknown() -> problems.notFound();
        };
    }
}
