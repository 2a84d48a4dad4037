package no.opptrapping.grant.allocation.workbook;

import java.util.Map;
import no.opptrapping.grant.allocation.comparison.Comparison;
import no.opptrapping.grant.allocation.comparison.Grouping;
import no.opptrapping.grant.allocation.comparison.Place;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** What the rows of a comparison are called in one language. A group without a name of its own goes by its key. */
public record RowNames(Texts texts, Language language, Map<String, String> counties) {
    public String of(Grouping by, Comparison.Row row) {
        if (row.key().equals(Grouping.UNCLASSIFIED)) {
            return texts.text(language, "allocation.group.unclassified", Map.of());
        }
        return switch (by) {
            case MUNICIPALITY -> ofMunicipality(row);
            case COUNTY -> counties.getOrDefault(row.key(), row.key());
            case KOSTRA_GROUP -> texts.text(language, "allocation.group.kostra-group", Map.of("group", row.key()));
            case POPULATION_CLASS, HEALTH_REGION, HEALTH_TRUST_AREA ->
                texts.find(language, "allocation.group." + by.code() + "." + row.key(), Map.of())
                        .orElse(row.key());
        };
    }

    public String ofTheCountry() {
        return texts.text(language, "allocation.group.country", Map.of());
    }

    public static String ofMunicipality(Comparison.Row row) {
        return row.place().map(Place::name).orElse(row.key());
    }
}
