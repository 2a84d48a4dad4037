package no.opptrapping.reporting.statistics.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvQuery;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.reporting.statistics.Grouping;
import no.opptrapping.reporting.statistics.ManYearsStatistics;
import no.opptrapping.reporting.statistics.ManYearsTable;
import no.opptrapping.reporting.statistics.MoneyStatistics;
import no.opptrapping.reporting.statistics.NationalStatistics;
import no.opptrapping.reporting.statistics.ResponseStatistics;
import no.opptrapping.reporting.statistics.StatisticsRequest;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Open statistics: money and man-years are public. */
@Path("/v1/statistics")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Statistics")
class StatisticsResource {
    private static final List<Variant> FORMS = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.valueOf(Csv.TYPE))
            .build();

    private final MoneyStatistics money;
    private final ManYearsStatistics manYears;
    private final ResponseStatistics response;
    private final NationalStatistics national;
    private final TableResponses responses;
    private final Problems problems;

    StatisticsResource(
            MoneyStatistics money,
            ManYearsStatistics manYears,
            ResponseStatistics response,
            NationalStatistics national,
            TableResponses responses,
            Problems problems) {
        this.money = money;
        this.manYears = manYears;
        this.response = response;
        this.national = national;
        this.responses = responses;
        this.problems = problems;
    }

    @GET
    @Path("/money")
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            operationId = "getMoneyTable",
            summary = "What became of a year's earmarked money",
            description = "By country, county, kostra-group, population-class, health-region or municipality, in the"
                    + " municipalities of the structure date; joint awards count by the participants' shares.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = TableResponses.MoneyTableResponse.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    public Response money(
            @Valid @BeanParam StatisticsQuery query,
            @QueryParam("by") @DefaultValue("country") String by,
            @BeanParam CsvQuery csv,
            @Context Request http) {
        return answer(
                query,
                grouping(by),
                request -> responses.money(money.table(request)),
                table -> TableCsv.money(table, csv.dialect()),
                http);
    }

    @GET
    @Path("/man-years")
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            operationId = "getManYearsTable",
            summary = "Man-years of a year's approved reports",
            description = "By area, or by a grouping of municipalities as for money.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = TableResponses.ManYearsTableResponse.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    public Response manYears(
            @Valid @BeanParam StatisticsQuery query,
            @QueryParam("by") @DefaultValue(ManYearsTable.BY_AREA) String by,
            @BeanParam CsvQuery csv,
            @Context Request http) {
        var byArea = by.equals(ManYearsTable.BY_AREA);
        return answer(
                query,
                byArea ? Grouping.COUNTRY : grouping(by),
                request -> responses.manYears(byArea ? manYears.byArea(request) : manYears.table(request)),
                table -> TableCsv.manYears(table, csv.dialect()),
                http);
    }

    @GET
    @Path("/response")
    @Produces({MediaType.APPLICATION_JSON, Csv.TYPE})
    @Operation(
            operationId = "getResponseTable",
            summary = "Who should have reported and who did",
            description = "With the weight of each answer in its group; groupings as for money.")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(
                        mediaType = "application/json",
                        schema = @Schema(implementation = TableResponses.ResponseTableResponse.class)),
                @Content(mediaType = Csv.TYPE, schema = @Schema(type = SchemaType.STRING, maxLength = 1_000_000))
            })
    public Response response(
            @Valid @BeanParam StatisticsQuery query,
            @QueryParam("by") @DefaultValue("country") String by,
            @BeanParam CsvQuery csv,
            @Context Request http) {
        return answer(
                query,
                grouping(by),
                request -> responses.response(response.table(request)),
                table -> TableCsv.response(table, csv.dialect()),
                http);
    }

    @GET
    @Path("/national")
    @Operation(operationId = "getNationalResult", summary = "The national result of a year: all tables together")
    @APIResponse(
            responseCode = "200",
            description = "The tables",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TableResponses.NationalResponse.class)))
    public Response national(@Valid @BeanParam StatisticsQuery query) {
        return answer(query, Grouping.COUNTRY, request -> responses.national(national.result(request)));
    }

    /** The table in the form that the caller likes best. */
    private <T> Response answer(
            StatisticsQuery query,
            Grouping by,
            Function<StatisticsRequest, T> table,
            Function<T, Csv> csv,
            Request http) {
        var wanted = Optional.ofNullable(http.selectVariant(FORMS))
                .orElseThrow(NotAcceptableException::new)
                .getMediaType();
        if (wanted.isCompatible(MediaType.APPLICATION_JSON_TYPE)) {
            return answer(query, by, table::apply);
        }
        var answer =
                answer(query, by, request -> csv.apply(table.apply(request)).bytes());
        return answer.getStatus() == 200
                ? Response.fromResponse(answer).type(Csv.CONTENT_TYPE).build()
                : answer;
    }

    private Response answer(StatisticsQuery query, Grouping by, Function<StatisticsRequest, Object> table) {
        return query.of(by)
                .map(request -> Response.ok(table.apply(request)).build())
                .orElseGet(() -> problems.rejected(List.of(BrokenRule.of(
                        "statistics.structure-before-year", "query:structureDate", "year", query.year()))));
    }

    private static Grouping grouping(String by) {
        return Grouping.of(by)
                .orElseThrow(() -> new BadInput(BrokenRule.of("statistics.unknown-grouping", "query:by", "by", by)));
    }
}
