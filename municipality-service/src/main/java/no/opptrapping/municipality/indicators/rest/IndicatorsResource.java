package no.opptrapping.municipality.indicators.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.FindObservations;
import no.opptrapping.municipality.indicators.FindObservations.Outcome;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.platform.csv.CsvQuery;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.problems.Problems;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Indicators and their values. */
@Path("/v1/indicators")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Indicators", description = "Population, indices and groupings of municipalities")
class IndicatorsResource {
    private final ObservationSets sets;
    private final FindObservations findObservations;
    private final CurrentRegister currentRegister;
    private final CurrentLanguage language;
    private final Problems problems;

    IndicatorsResource(
            ObservationSets sets,
            FindObservations findObservations,
            CurrentRegister currentRegister,
            CurrentLanguage language,
            Problems problems) {
        this.sets = sets;
        this.findObservations = findObservations;
        this.currentRegister = currentRegister;
        this.language = language;
        this.problems = problems;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listIndicators", summary = "All indicators", description = "By code.")
    @APIResponse(
            responseCode = "200",
            description = "The indicators",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorResponses.IndicatorList.class),
                            examples = @ExampleObject(name = "indicators", value = IndicatorExamples.LIST)))
    public Response list(@Context Request request) {
        var list = new IndicatorResponses.IndicatorList(sets.indicators());
        return CacheableAnswer.of(request, CacheableAnswer.tag(list), () -> list);
    }

    @GET
    @Path("/{code}/values")
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE, ValuesFormat.JSON_STAT_2})
    @Operation(
            operationId = "getIndicatorValues",
            summary = "An indicator's values for a year",
            description =
                    "In the municipality structure of a date, 1 January of the year unless it is given, earlier or later."
                            + " Figures are converted to another structure; what rests on an estimated share is marked,"
                            + " and so is what has been withdrawn."
                            + " The newest version, or an earlier one by its number. As JSON, CSV (for programs or for Excel)"
                            + " or JSON-stat 2.0.")
    @APIResponse(
            responseCode = "200",
            description = "One value per municipality of the structure",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = IndicatorResponses.ValuesResponse.class),
                        examples = @ExampleObject(name = "population of 2019", value = IndicatorExamples.VALUES)),
                @Content(
                        mediaType = Csv.TYPE,
                        schema = @Schema(implementation = String.class, maxLength = 1_048_576),
                        examples =
                                @ExampleObject(
                                        name = "population of 2019, a line per municipality",
                                        value = IndicatorExamples.VALUES_AS_CSV)),
                @Content(
                        mediaType = ValuesFormat.JSON_STAT_2,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        additionalProperties = Schema.True.class,
                                        maxProperties = 100,
                                        description = "A data set of JSON-stat 2.0, see json-stat.org"),
                        examples =
                                @ExampleObject(
                                        name = "population of 2019, as a data set",
                                        value = IndicatorExamples.VALUES_AS_JSON_STAT))
            })
    public Response values(
            @PathParam("code") @Parameter(example = "population") String code,
            @Valid @BeanParam YearQuery wanted,
            @QueryParam("version") @Parameter(example = "1") @Min(1) @Max(999_999) @Nullable Integer version,
            @BeanParam CsvQuery csv,
            @Context Request request) {
        var key = wanted.of(code);
        return switch (findObservations.find(code, key.year(), key.structureDate(), Optional.ofNullable(version))) {
            case Outcome.Found found -> answer(found, csv.dialect(), request);
            case Outcome.UnknownIndicator(var unknown) -> problems.notFound("indicator.unknown", "code", unknown);
            case Outcome.NoValues(var _, var available) -> noValues(key, available);
        };
    }

    @GET
    @Path("/{code}/versions")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "listIndicatorVersions",
            summary = "The versions of an indicator's values for a year",
            description =
                    "The newest first. A revision never changes an earlier version, which can be read by its number.")
    @APIResponse(
            responseCode = "200",
            description = "The versions",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IndicatorResponses.VersionList.class),
                            examples = @ExampleObject(name = "versions", value = IndicatorExamples.VERSIONS)))
    public Response versions(
            @PathParam("code") @Parameter(example = "population") String code,
            @Valid @BeanParam YearQuery wanted,
            @Context Request request) {
        var definition = sets.indicator(code);
        if (definition.isEmpty()) {
            return problems.notFound("indicator.unknown", "code", code);
        }
        var key = wanted.of(code);
        var versions = sets.versionsOf(key);
        if (versions.isEmpty()) {
            return noValues(key, sets.keysOf(code));
        }
        var list = IndicatorResponses.VersionList.of(versions, definition.get().kind());
        return CacheableAnswer.of(request, CacheableAnswer.tag(list), () -> list);
    }

    private Response answer(Outcome.Found found, CsvDialect dialect, Request request) {
        var format = ValuesFormat.wantedBy(request).orElseThrow(NotAcceptableException::new);
        var view = IndicatorResponses.ValuesResponse.of(
                found, currentRegister.get().register());
        var spoken = language.get();
        return CacheableAnswer.of(
                request,
                CacheableAnswer.tag(view) + "-" + format + (format == ValuesFormat.CSV ? "-" + dialect : "") + "-"
                        + spoken.tag(),
                format.type(),
                () -> switch (format) {
                    case JSON -> view;
                    case CSV -> ValuesAsCsv.of(view, dialect);
                    case JSON_STAT -> ValuesAsJsonStat.of(view, spoken);
                });
    }

    private Response noValues(ObservationKey key, List<ObservationKey> available) {
        return problems.notFound(
                "indicator.no-values",
                "code",
                key.indicator(),
                "year",
                key.year().getValue(),
                "structureDate",
                key.structureDate(),
                "available",
                available.stream()
                        .map(one -> one.year() + "/" + one.structureDate())
                        .toList());
    }
}
