package no.opptrapping.municipality.conversion.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Outcome;
import no.opptrapping.platform.body.PartlyRead;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of one municipality structure in another. Nothing is kept of what is asked. */
@Path("/v1/conversions")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Conversions", description = "Figures across mergers and splits; open to everybody")
class ConversionsResource {
    private static final String EXAMPLE = """
            {"from": "2023-01-01", "to": "2024-01-01",
             "figures": [{"number": "1507", "value": 67114}, {"number": "0301", "value": 709037}]}
            """;

    private static final String CONVERTED = """
            {"from": "2023-01-01", "to": "2024-01-01", "kind": "quantity", "total": 776151,
             "items": [{"municipalityId": "22143589-6fe1-5a15-95b9-1f89319ace71", "number": "0301", "name": "Oslo",
                        "value": 709037, "flag": "unchanged", "without": [],
                        "parts": [{"number": "0301", "name": "Oslo", "value": 709037, "share": "1", "method": "whole",
                                   "year": null}]},
                       {"municipalityId": "e116cf40-9a6b-5d6a-8093-a8f2ad6b42d8", "number": "1508", "name": "Ålesund",
                        "value": 57861, "flag": "estimated", "without": [],
                        "parts": [{"number": "1507", "name": "Ålesund", "value": 57861, "share": "0.8621253647",
                                   "method": "estimated", "year": 2024}]},
                       {"municipalityId": "0bcd8c93-4f64-5855-b7eb-7bbb7436eb89", "number": "1580", "name": "Haram",
                        "value": 9253, "flag": "estimated", "without": [],
                        "parts": [{"number": "1507", "name": "Ålesund", "value": 9253, "share": "0.1378746353",
                                   "method": "estimated", "year": 2024}]}],
             "joint": []}
            """;

    private final ConvertBetweenStructures convertBetweenStructures;
    private final Problems problems;

    ConversionsResource(ConvertBetweenStructures convertBetweenStructures, Problems problems) {
        this.convertBetweenStructures = convertBetweenStructures;
        this.problems = problems;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "convertFigures",
            summary = "Convert figures from one municipality structure to another, forward or back",
            description = "Figures of the municipalities valid on one day are expressed for those valid on another:"
                    + " summed where municipalities were merged, divided by the people who moved where one was split,"
                    + " by the land where a split undid a merger, and on the way back by the populations of those that were"
                    + " merged, unless a sum suffices. Ratios (`kind`) are never added: they are averaged by the `weight`"
                    + " that each must come with. The total is the same to the"
                    + " unit, or to the last decimal where figures have some. Every figure has a flag, and every part its"
                    + " share, method and the year of the populations"
                    + " that the share rests on. A figure of several municipalities together is divided by their"
                    + " populations of the year, or the nearest year that has one for each. Nothing is kept.")
    @APIResponse(
            responseCode = "200",
            description = "The converted figures, by number",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ConversionResponse.class),
                            examples = @ExampleObject(name = "split of 1507 Ålesund", value = CONVERTED)))
    public Response convert(
            @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_JSON,
                                            schema = @Schema(implementation = ConversionRequest.class),
                                            examples = @ExampleObject(name = "split of 1507 Ålesund", value = EXAMPLE)))
                    @NotNull
                    PartlyRead<ConversionRequest> body) {
        var form = body.form();
        var faults =
                Stream.concat(body.faults().stream(), form.tooLarge().stream()).toList();
        return form.command()
                .map(command -> answer(convertBetweenStructures.convert(command), form.decimals(), faults))
                .orElseGet(() -> problems.rejected(faults));
    }

    private Response answer(Outcome outcome, int decimals, List<BrokenRule> unreadable) {
        return switch (outcome) {
            case Outcome.Done(var figures) ->
                unreadable.isEmpty()
                        ? Response.ok(ConversionResponse.of(figures, decimals)).build()
                        : problems.rejected(unreadable);
            case Outcome.Rejected(var broken) ->
                problems.rejected(
                        Stream.concat(unreadable.stream(), broken.stream()).toList());
        };
    }
}
