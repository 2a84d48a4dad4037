package no.opptrapping.municipality.indicators.rest;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.rest.IndicatorViews.ValuesView;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Writes values as CSV that can be uploaded again: number, name, value, status. */
final class ValuesAsCsv {
    private static final String LINE_END = "\r\n";

    private ValuesAsCsv() {}

    static String of(ValuesView values) {
        return Stream.concat(
                        Stream.concat(
                                Stream.of(line("number", "name", "value", "status")),
                                values.items().stream()
                                        .filter(item -> values.joint().stream()
                                                .noneMatch(
                                                        joint -> joint.numbers().contains(item.number())))
                                        .map(item ->
                                                line(item.number().value(), item.name(), item.value(), item.status()))),
                        values.joint().stream()
                                .map(joint -> line(
                                        joint.numbers().stream()
                                                .map(MunicipalityNumber::value)
                                                .collect(Collectors.joining("+")),
                                        "",
                                        joint.value(),
                                        "final")))
                .collect(Collectors.joining());
    }

    private static String line(@Nullable String... cells) {
        return Stream.of(cells).map(ValuesAsCsv::cell).collect(Collectors.joining(",")) + LINE_END;
    }

    private static String cell(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                ? '"' + text.replace("\"", "\"\"") + '"'
                : text;
    }
}
