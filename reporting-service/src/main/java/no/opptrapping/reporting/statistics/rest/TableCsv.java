package no.opptrapping.reporting.statistics.rest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.reporting.forms.ManYears;
import org.jspecify.annotations.Nullable;

/** Tables as CSV: a line for each row in the words of the JSON answer, the total last. */
final class TableCsv {
    private TableCsv() {}

    static Csv money(TableResponses.MoneyTableResponse table, CsvDialect dialect) {
        var csv = new Csv(dialect)
                .head(List.of(
                        "key",
                        "name",
                        "municipalities",
                        "population",
                        "awarded",
                        "paid",
                        "spent",
                        "unspent",
                        "outstanding",
                        "carriedIn",
                        "perInhabitant",
                        "shareSpent",
                        "converted"));
        Stream.concat(table.items().stream(), Stream.of(table.total()))
                .forEach(row -> csv.row(
                        Csv.text(row.key()),
                        Csv.text(row.name()),
                        Csv.number(row.municipalities()),
                        Csv.number(row.population()),
                        Csv.number(row.awarded()),
                        Csv.number(row.paid()),
                        Csv.number(row.spent()),
                        Csv.number(row.unspent()),
                        Csv.number(row.outstanding()),
                        Csv.number(row.carriedIn()),
                        Csv.number(row.perInhabitant()),
                        Csv.number(row.shareSpent()),
                        converted(row.converted())));
        return csv;
    }

    static Csv manYears(TableResponses.ManYearsTableResponse table, CsvDialect dialect) {
        var csv = new Csv(dialect)
                .head(List.of(
                        "key",
                        "name",
                        "municipalities",
                        "population",
                        "adults",
                        "children",
                        "manYears",
                        "share",
                        "perThousand",
                        "converted"));
        Stream.concat(table.items().stream(), Stream.of(table.total()))
                .forEach(row -> csv.row(
                        Csv.text(row.key()),
                        Csv.text(row.name()),
                        Csv.number(row.municipalities()),
                        Csv.number(row.population()),
                        manYears(row.adults()),
                        manYears(row.children()),
                        manYears(row.manYears()),
                        Csv.number(row.share()),
                        Csv.number(row.perThousand()),
                        converted(row.converted())));
        return csv;
    }

    static Csv response(TableResponses.ResponseTableResponse table, CsvDialect dialect) {
        var csv = new Csv(dialect).head(List.of("key", "name", "should", "did", "rate", "weight"));
        Stream.concat(table.items().stream(), Stream.of(table.total()))
                .forEach(row -> csv.row(
                        Csv.text(row.key()),
                        Csv.text(row.name()),
                        Csv.number(row.should()),
                        Csv.number(row.did()),
                        Csv.number(row.rate()),
                        Csv.number(row.weight())));
        return csv;
    }

    private static Csv.Field manYears(@Nullable ManYears value) {
        return Csv.number(value == null ? null : value.text());
    }

    private static Csv.Field converted(Enum<?> conversion) {
        return Csv.text(conversion.name().toLowerCase(Locale.ROOT));
    }
}
