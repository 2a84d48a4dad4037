package no.opptrapping.municipality.indicators.rest;

import static no.opptrapping.platform.csv.Csv.number;
import static no.opptrapping.platform.csv.Csv.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.rest.IndicatorResponses.ValuesResponse;
import no.opptrapping.platform.csv.Csv;
import no.opptrapping.platform.csv.CsvDialect;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as CSV that can be uploaded again, in either dialect: number, name, value, status, and in every line when
 * and why they were withdrawn, if they were.
 */
final class ValuesAsCsv {
    private static final List<String> COLUMNS = List.of("number", "name", "value", "status");
    private static final List<String> WITHDRAWAL = List.of("withdrawn", "withdrawalReason");

    private ValuesAsCsv() {}

    static byte[] of(ValuesResponse values, CsvDialect dialect) {
        var withdrawn = Optional.ofNullable(values.withdrawnAt())
                .map(at -> List.of(text(BusinessDates.of(at).toString()), text(values.withdrawalReason())))
                .orElse(List.of());
        var csv = new Csv(dialect).head(with(COLUMNS, withdrawn.isEmpty() ? List.of() : WITHDRAWAL));
        values.items().stream()
                .filter(item -> values.joint().stream()
                        .noneMatch(joint -> joint.numbers().contains(item.number())))
                .forEach(item -> csv.row(with(
                        List.of(
                                text(item.number().value()),
                                text(item.name()),
                                value(item.value(), values),
                                text(item.status())),
                        withdrawn)));
        values.joint()
                .forEach(joint -> csv.row(with(
                        List.of(
                                text(joint.numbers().stream()
                                        .map(MunicipalityNumber::value)
                                        .collect(Collectors.joining("+"))),
                                text(""),
                                value(joint.value(), values),
                                text("final")),
                        withdrawn)));
        return csv.bytes();
    }

    private static <T> List<T> with(List<T> columns, List<T> more) {
        return Stream.concat(columns.stream(), more.stream()).toList();
    }

    private static Csv.Field value(@Nullable String value, ValuesResponse values) {
        return IndicatorKind.ofCode(values.kind()).hasCategories() ? text(value) : number(value);
    }
}
