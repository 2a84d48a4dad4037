package no.opptrapping.reporting.statistics.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.statistics.Conversion;
import no.opptrapping.reporting.statistics.Grouping;
import no.opptrapping.reporting.statistics.ManYearsFigures;
import no.opptrapping.reporting.statistics.ManYearsTable;
import no.opptrapping.reporting.statistics.MoneyTable;
import no.opptrapping.reporting.statistics.NationalStatistics;
import no.opptrapping.reporting.statistics.ResponseTable;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Puts tables into the caller's language. Rates and amounts per inhabitant are rounded here and nowhere before. */
@ApplicationScoped
class TableResponses {
    private static final String NOT_ANSWERED = "not-answered";

    private final Texts texts;
    private final CurrentLanguage language;

    TableResponses(Texts texts, CurrentLanguage language) {
        this.texts = texts;
        this.language = language;
    }

    /** Money by groups; the rows add up to the total. */
    @Schema(name = "MoneyTable")
    record MoneyTableResponse(
            String table,
            int year,
            String by,
            LocalDate structureDate,
            @Nullable Integer populationYear,
            List<MoneyRow> items,
            MoneyRow total) {}

    /** Money of one group. */
    @Schema(name = "MoneyRow")
    record MoneyRow(
            String key,
            String name,
            int municipalities,
            @Nullable Long population,

            @Schema(description = "What was carried over from the year before, in whole kroner")
            Kroner carriedIn,

            Kroner awarded,
            Kroner paid,
            Kroner spent,
            Kroner unspent,
            Kroner outstanding,
            @Nullable String perInhabitant,
            @Nullable String shareSpent,
            Conversion converted) {}

    /** Man-years by area or groups; the last row is of those that have not answered. */
    @Schema(name = "ManYearsTable")
    record ManYearsTableResponse(
            String table,
            int year,
            String by,
            LocalDate structureDate,
            int reports,
            List<ManYearsRow> items,
            ManYearsRow total) {}

    /**
     * Man-years of one area or group.
     *
     * @param municipalities how many municipalities, as they were in the year, the figures are of; in the row
     *     <code>not-answered</code> how many there are none of
     * @param population the inhabitants of these municipalities; null when some of it is not known
     * @param manYears null, like the others, where nobody has answered
     * @param perThousand man-years per 1 000 inhabitants of those that answered
     */
    @Schema(name = "ManYearsRow")
    record ManYearsRow(
            String key,
            String name,
            int municipalities,
            @Nullable Long population,
            @Nullable ManYears adults,
            @Nullable ManYears children,
            @Nullable ManYears manYears,
            @Nullable String share,
            @Nullable String perThousand,
            Conversion converted) {}

    /** Response by groups. */
    @Schema(name = "ResponseTable")
    record ResponseTableResponse(
            String table, int year, String by, LocalDate structureDate, List<ResponseRow> items, ResponseRow total) {}

    /** Response of one group. */
    @Schema(name = "ResponseRow")
    record ResponseRow(
            String key,
            String name,
            int should,
            int did,
            @Nullable String rate,
            @Nullable String weight) {}

    /** Everything of a year. */
    @Schema(name = "NationalResult")
    record NationalResponse(
            String table,
            int year,
            LocalDate structureDate,
            MoneyTableResponse money,
            Map<String, MoneyTableResponse> moneyBy,
            ManYearsTableResponse manYears,
            ResponseTableResponse response,
            Map<String, ResponseTableResponse> responseBy) {}

    MoneyTableResponse money(MoneyTable table) {
        var by = table.by().code();
        return new MoneyTableResponse(
                "money",
                table.year().getValue(),
                by,
                table.structureDate(),
                table.populationYear().map(Year::getValue).orElse(null),
                table.rows().stream().map(row -> money(by, row)).toList(),
                money(by, table.total()));
    }

    private MoneyRow money(String by, MoneyTable.Row row) {
        var figures = row.figures();
        return new MoneyRow(
                row.key(),
                name(by, row.key(), row.properName()),
                row.municipalities(),
                row.population().map(BigDecimal::longValue).orElse(null),
                figures.carriedIn(),
                figures.awarded(),
                figures.paid(),
                figures.spent(),
                figures.unspent(),
                figures.outstanding(),
                text(row.perInhabitant()),
                text(row.shareSpent()),
                row.converted());
    }

    ManYearsTableResponse manYears(ManYearsTable table) {
        return new ManYearsTableResponse(
                "man-years",
                table.year().getValue(),
                table.by(),
                table.structureDate(),
                table.reports(),
                Stream.concat(
                                table.rows().stream().map(row -> manYears(table.by(), row)),
                                Stream.of(notAnswered(table)))
                        .toList(),
                manYears(table.by(), table.total()));
    }

    private ManYearsRow notAnswered(ManYearsTable table) {
        var silent = table.notAnswered();
        return new ManYearsRow(
                NOT_ANSWERED,
                name(table.by(), NOT_ANSWERED, Optional.empty()),
                silent.municipalities(),
                whole(silent.inhabitants()),
                null,
                null,
                null,
                null,
                null,
                Conversion.NONE);
    }

    private ManYearsRow manYears(String by, ManYearsTable.Row row) {
        return new ManYearsRow(
                row.key(),
                name(by, row.key(), row.properName()),
                row.figures().map(ManYearsFigures::answered).orElse(0),
                whole(row.figures().flatMap(ManYearsFigures::inhabitants)),
                manYears(row, ManYearsFigures::adults),
                manYears(row, ManYearsFigures::children),
                manYears(row, ManYearsFigures::total),
                text(row.share()),
                text(row.perThousand()),
                row.converted());
    }

    private static @Nullable ManYears manYears(ManYearsTable.Row row, Function<ManYearsFigures, BigDecimal> which) {
        return row.figures().map(which).map(ManYears::new).orElse(null);
    }

    private static @Nullable Long whole(Optional<BigDecimal> people) {
        return people.map(number -> number.setScale(0, RoundingMode.HALF_UP).longValue())
                .orElse(null);
    }

    ResponseTableResponse response(ResponseTable table) {
        var by = table.by().code();
        return new ResponseTableResponse(
                "response",
                table.year().getValue(),
                by,
                table.structureDate(),
                table.rows().stream().map(row -> response(by, row)).toList(),
                response(by, table.total()));
    }

    private ResponseRow response(String by, ResponseTable.Row row) {
        return new ResponseRow(
                row.key(),
                name(by, row.key(), row.properName()),
                row.should(),
                row.did(),
                text(row.rate()),
                text(row.weight()));
    }

    NationalResponse national(NationalStatistics.Result result) {
        return new NationalResponse(
                "national",
                result.manYears().year().getValue(),
                result.manYears().structureDate(),
                money(result.money(Grouping.COUNTRY)),
                by(table -> money(result.money(table))),
                manYears(result.manYears()),
                response(result.response(Grouping.COUNTRY)),
                by(table -> response(result.response(table))));
    }

    private static <T> Map<String, T> by(Function<Grouping, T> table) {
        var tables = new LinkedHashMap<String, T>();
        NationalStatistics.GROUPINGS.stream()
                .filter(by -> by != Grouping.COUNTRY)
                .forEach(by -> tables.put(by.code(), table.apply(by)));
        return tables;
    }

    /** A proper name, the text of the key, or for a key that nobody has named the key itself. */
    private String name(String by, String key, Optional<String> properName) {
        return properName
                .or(() -> texts.find(language.get(), "statistics." + by + "." + key, Map.of()))
                .or(() -> texts.find(language.get(), "statistics." + key, Map.of()))
                .orElseGet(() -> texts.find(language.get(), "statistics." + by, Map.of("key", key))
                        .orElse(key));
    }

    private static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
