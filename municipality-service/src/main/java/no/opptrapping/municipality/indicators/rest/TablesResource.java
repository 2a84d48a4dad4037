package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.municipality.indicators.CountMunicipalities;
import no.opptrapping.municipality.indicators.CountMunicipalities.Row;
import no.opptrapping.municipality.indicators.CountMunicipalities.Table;
import no.opptrapping.municipality.indicators.TableBy;
import no.opptrapping.municipality.registry.InTheRegister;
import no.opptrapping.platform.concurrency.CacheableAnswer;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How many municipalities there were of each sort. */
@Path("/v1/tables")
@PermitAll
@RunOnVirtualThread
@Tag(name = "Tables", description = "Municipalities counted by population, county or grouping; open to everybody")
class TablesResource {
    private final CountMunicipalities countMunicipalities;
    private final Problems problems;
    private final Texts texts;
    private final Clock clock;

    TablesResource(CountMunicipalities countMunicipalities, Problems problems, Texts texts, Clock clock) {
        this.countMunicipalities = countMunicipalities;
        this.problems = problems;
        this.texts = texts;
        this.clock = clock;
    }

    @GET
    @Path("/{table}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getTable",
            summary = "The municipalities of a date, counted",
            description =
                    "By population-class, county, kostra-group, health-region, health-trust-area or centrality. The"
                            + " year is that of the populations (1 January) or of the grouping's edition; unless it is given, the"
                            + " structure's own. Every municipality is in one row or not classified; those whose row rests on an"
                            + " estimated figure are named.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = TableResponse.class),
                            examples = @ExampleObject(name = "by population", value = IndicatorExamples.TABLE)))
    public Response table(
            @PathParam("table") @Parameter(example = "population-class") TableBy table,
            @QueryParam("structureDate") @Parameter(example = "2014-01-01") @InTheRegister @Nullable
                    LocalDate structureDate,
            @QueryParam("year")
                    @Parameter(
                            description =
                                    "The year of the populations or of the grouping's edition; the structure's own"
                                            + " unless it is given",
                            example = "2012",
                            schema = @Schema(implementation = Integer.class, minimum = "1900", maximum = "2199"))
                    @Nullable
                    Year year,
            @Context Request request) {
        var date = Objects.requireNonNullElseGet(structureDate, () -> BusinessDates.today(clock));
        return countMunicipalities
                .count(table, date, Optional.ofNullable(year))
                .map(this::view)
                .map(view -> CacheableAnswer.of(request, CacheableAnswer.tag(view), () -> view))
                .orElseGet(() -> problems.notFound(
                        "indicator.no-table",
                        "table",
                        table.code(),
                        "structureDate",
                        date,
                        "year",
                        year == null ? "" : year.toString()));
    }

    private TableResponse view(Table table) {
        return new TableResponse(
                table.by().code(),
                table.structureDate(),
                table.populationDate().orElse(null),
                table.edition().map(Year::getValue).orElse(null),
                table.rows().stream().map(this::view).toList(),
                table.notClassified(),
                table.total());
    }

    private RowResponse view(Row row) {
        return new RowResponse(
                row.code(),
                row.name().orElseGet(() -> texts.text("indicator.population-class." + row.code(), Map.of())),
                row.numbers().size(),
                row.numbers(),
                row.estimated());
    }

    /**
     * A table.
     *
     * @param populationDate the day of the populations; null for a table by something else
     * @param edition the year of the grouping's edition; null for a table by something else
     */
    @JsonPropertyOrder({"table", "structureDate", "populationDate", "edition", "items", "notClassified", "total"})
    @Schema(name = "MunicipalityTable")
    record TableResponse(
            @Schema(required = true, maxLength = 50) String table,
            @Schema(required = true) LocalDate structureDate,
            @Schema(nullable = true) @Nullable LocalDate populationDate,

            @Schema(nullable = true, minimum = "1900", maximum = "2199") @Nullable
            Integer edition,

            @Schema(required = true, maxItems = 200) List<RowResponse> items,
            @Schema(required = true, maxItems = 1000) List<MunicipalityNumber> notClassified,

            @Schema(required = true, minimum = "0", maximum = "1000")
            int total) {}

    /**
     * A row.
     *
     * @param estimated those of the numbers that are in the row by an estimated figure
     */
    @JsonPropertyOrder({"code", "name", "municipalities", "numbers", "estimated"})
    @Schema(name = "MunicipalityTableRow")
    record RowResponse(
            @Schema(required = true, maxLength = 50) String code,
            @Schema(required = true) LocalisedText name,

            @Schema(required = true, minimum = "0", maximum = "1000")
            int municipalities,

            @Schema(required = true, maxItems = 1000) List<MunicipalityNumber> numbers,
            @Schema(required = true, maxItems = 1000) List<MunicipalityNumber> estimated) {}
}
