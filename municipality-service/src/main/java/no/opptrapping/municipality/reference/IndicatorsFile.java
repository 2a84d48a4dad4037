package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.groupingBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.platform.language.LocalisedText;

/** Reads {@code indicators.txt}: what the indicators are called and measure, and the categories of groupings. */
final class IndicatorsFile {
    private static final String OF_CATEGORY = " = ";

    private IndicatorsFile() {}

    static List<IndicatorDefinition> parse(ReferenceLines lines) {
        var rows = lines.each(line -> List.of(line.split(" \\| ", -1)));
        var categories = rows.stream()
                .filter(row -> row.getFirst().contains(OF_CATEGORY))
                .collect(groupingBy(row -> row.getFirst().split(OF_CATEGORY, 2)[0]));
        return rows.stream()
                .filter(row -> !row.getFirst().contains(OF_CATEGORY))
                .map(row -> definition(row, categories))
                .toList();
    }

    private static IndicatorDefinition definition(List<String> row, Map<String, List<List<String>>> categories) {
        var code = row.getFirst();
        return new IndicatorDefinition(
                code,
                IndicatorKind.valueOf(row.get(1).toUpperCase(Locale.ROOT)),
                new LocalisedText(row.get(5), row.get(6), row.get(7)),
                row.get(2),
                row.get(3),
                row.get(4),
                categories.getOrDefault(code, List.of()).stream()
                        .map(category -> new Category(
                                category.getFirst().split(OF_CATEGORY, 2)[1],
                                new LocalisedText(category.get(1), category.get(2), category.get(3))))
                        .toList());
    }
}
