package no.opptrapping.grant.allocation.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.allocation.runs.NewestEditions;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.whatif.AskWhatIf;
import no.opptrapping.grant.allocation.whatif.WhatIf;
import no.opptrapping.grant.pages.CurrentPageText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a municipality would get of an adopted run with assumptions of its own; for everybody. */
@Path("/v1/allocation-runs/{id}/what-if")
@RunOnVirtualThread
@PermitAll
@Tag(name = "Allocation")
class WhatIfResource {
    private final AskWhatIf askWhatIf;
    private final NewestEditions editions;
    private final CurrentPageText text;
    private final Problems problems;

    WhatIfResource(AskWhatIf askWhatIf, NewestEditions editions, CurrentPageText text, Problems problems) {
        this.editions = editions;
        this.askWhatIf = askWhatIf;
        this.text = text;
        this.problems = problems;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaType.TEXT_HTML})
    @APIResponse(
            responseCode = "200",
            description =
                    "The amount of the run and the amount with the assumptions, explained; as HTML a page in the language"
                            + " of Accept-Language. The address holds the assumptions and can be passed on",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = WhatIfResponse.class)),
                @Content(
                        mediaType = MediaType.TEXT_HTML,
                        schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    @Operation(
            operationId = "askWhatIf",
            summary = "Ask what a municipality would get with other figures or another appropriation",
            description =
                    "Of a run by objective criteria or incorporation that is adopted, or any by figures that is published"
                            + " as preliminary. Everybody else's figures are the"
                            + " run's, and the amounts are the engine's, to the krone.")
    public Response ask(
            @PathParam("id") RunId id,
            @QueryParam("number")
                    @NotNull
                    @Parameter(description = "The municipality, by its number in the run's structure")
                    MunicipalityNumber number,
            @Valid @BeanParam WhatIfQuery query,
            @Context HttpHeaders headers) {
        var wanted = Wanted.of(headers, List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
        var unreadable = new ArrayList<BrokenRule>();
        var assumptions = query.assumptions(number, unreadable);
        return switch (askWhatIf.ask(id, assumptions)) {
            case AskWhatIf.Outcome.Unknown() -> problems.notFound();
            case AskWhatIf.Outcome.NotReproducible() -> problems.conflict("allocation.engine-changed");
            case AskWhatIf.Outcome.Rejected(var broken) -> {
                unreadable.addAll(broken);
                yield problems.rejected(unreadable);
            }
            case AskWhatIf.Outcome.Answered(var answer) ->
                unreadable.isEmpty() ? answered(answer, wanted) : problems.rejected(unreadable);
        };
    }

    private Response answered(WhatIf answer, String wanted) {
        var edition = PageEdition.of(editions, answer.run().run().id());
        if (!wanted.equals(MediaType.TEXT_HTML)) {
            return Response.ok(WhatIfResponse.of(answer, edition), MediaType.APPLICATION_JSON_TYPE)
                    .header("Vary", "Accept")
                    .build();
        }
        var said = text.get();
        return Response.ok(
                        new WhatIfPage(said, answer.run().run(), edition, answer).render(),
                        MediaType.TEXT_HTML + ";charset=UTF-8")
                .header("Content-Language", said.language().tag())
                .header("Vary", "Accept, Accept-Language")
                .build();
    }
}
