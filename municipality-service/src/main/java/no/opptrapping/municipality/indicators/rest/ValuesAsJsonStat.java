package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.rest.IndicatorResponses.ValuesResponse;
import no.opptrapping.platform.language.Language;
import org.jspecify.annotations.Nullable;

/**
 * Values as a JSON-stat 2.0 data set (json-stat.org), with the dimensions that Statistics Norway gives its own: region,
 * contents and time. A value is a number as JSON-stat wants it, the code of a category as text, or null.
 */
@JsonPropertyOrder({
    "version",
    "class",
    "label",
    "source",
    "id",
    "size",
    "role",
    "dimension",
    "value",
    "status",
    "extension"
})
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValuesAsJsonStat(
        String version,
        @JsonProperty("class") String kind,
        String label,
        String source,
        List<String> id,
        List<Integer> size,
        Map<String, List<String>> role,
        Map<String, Dimension> dimension,
        @JsonInclude(content = JsonInclude.Include.ALWAYS) List<@Nullable Object> value,
        Map<String, String> status,
        Map<String, Object> extension) {
    private static final String REGION = "Region";
    private static final String CONTENTS = "ContentsCode";
    private static final String TIME = "Tid";

    /** One dimension of the data set. */
    record Dimension(String label, Codes category) {}

    /** The codes of a dimension with their places and names. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Codes(
            Map<String, Integer> index,
            Map<String, String> label,
            @Nullable Map<String, Unit> unit) {}

    /** What is counted, in how many decimals. */
    record Unit(String base, int decimals) {}

    static ValuesAsJsonStat of(ValuesResponse values, Language language) {
        var name = values.name().in(language);
        var index = new LinkedHashMap<String, Integer>();
        var labels = new LinkedHashMap<String, String>();
        var figures = new ArrayList<@Nullable Object>();
        var status = new LinkedHashMap<String, String>();
        for (var item : values.items()) {
            status.put(Integer.toString(index.size()), item.status());
            index.put(item.number().value(), index.size());
            labels.put(item.number().value(), item.name());
            figures.add(figure(item.value(), values.kind()));
        }
        var year = Integer.toString(values.year());
        return new ValuesAsJsonStat(
                "2.0",
                "dataset",
                name,
                values.source(),
                List.of(REGION, CONTENTS, TIME),
                List.of(index.size(), 1, 1),
                Map.of("geo", List.of(REGION), "metric", List.of(CONTENTS), "time", List.of(TIME)),
                dimensions(values, name, year, new Codes(index, labels, null)),
                figures,
                status,
                extension(values));
    }

    private static Map<String, Dimension> dimensions(ValuesResponse values, String name, String year, Codes regions) {
        var unit = new Unit(values.unit(), decimals(values));
        var dimensions = new LinkedHashMap<String, Dimension>();
        dimensions.put(REGION, new Dimension(REGION, regions));
        dimensions.put(
                CONTENTS,
                new Dimension(
                        CONTENTS,
                        new Codes(Map.of(values.code(), 0), Map.of(values.code(), name), Map.of(values.code(), unit))));
        dimensions.put(TIME, new Dimension(TIME, new Codes(Map.of(year, 0), Map.of(year, year), null)));
        return dimensions;
    }

    private static Map<String, Object> extension(ValuesResponse values) {
        var extension = new LinkedHashMap<String, Object>();
        extension.put("structureDate", values.structureDate());
        extension.put("indicatorVersion", values.version());
        extension.put("licence", values.licence());
        Optional.ofNullable(values.converted()).ifPresent(converted -> extension.put("converted", converted));
        Optional.ofNullable(values.withdrawnAt()).ifPresent(at -> extension.put("withdrawnAt", at));
        Optional.ofNullable(values.withdrawalReason()).ifPresent(reason -> extension.put("withdrawalReason", reason));
        extension.put("joint", values.joint());
        return extension;
    }

    private static @Nullable Object figure(@Nullable String value, String kind) {
        return value == null || hasCategories(kind) ? value : new BigDecimal(value);
    }

    private static int decimals(ValuesResponse values) {
        return values.items().stream()
                .map(IndicatorResponses.ValueResponse::value)
                .filter(value -> value != null && !hasCategories(values.kind()))
                .mapToInt(value -> Math.max(0, new BigDecimal(value).scale()))
                .max()
                .orElse(0);
    }

    private static boolean hasCategories(String kind) {
        return IndicatorKind.ofCode(kind).hasCategories();
    }
}
