package no.opptrapping.municipality.indicators.rest;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;

import java.util.List;
import java.util.stream.Collectors;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.rest.IndicatorViews.ValuesView;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Writes values as CSV that can be uploaded again, in either dialect: number, name, value, status. */
final class ValuesAsCsv {
    private ValuesAsCsv() {}

    static byte[] of(ValuesView values, CsvDialect dialect) {
        var csv = new Csv(dialect).head(List.of("number", "name", "value", "status"));
        values.items().stream()
                .filter(item -> values.joint().stream()
                        .noneMatch(joint -> joint.numbers().contains(item.number())))
                .forEach(item -> csv.row(
                        text(item.number().value()),
                        text(item.name()),
                        value(item.value(), values),
                        text(item.status())));
        values.joint()
                .forEach(joint -> csv.row(
                        text(joint.numbers().stream()
                                .map(MunicipalityNumber::value)
                                .collect(Collectors.joining("+"))),
                        text(""),
                        value(joint.value(), values),
                        text("final")));
        return csv.bytes();
    }

    private static Csv.Field value(@Nullable String value, ValuesView values) {
        return IndicatorKind.ofCode(values.kind()).hasCategories() ? text(value) : number(value);
    }
}
