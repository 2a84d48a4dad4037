package no.opptrapping.municipality.indicators;

import java.util.List;
import no.opptrapping.platform.language.LocalisedText;

/**
 * What an indicator measures.
 *
 * @param code its name in events, weights and addresses, for example {@code population-18-66}
 * @param unit what is counted, for example {@code persons}; {@code category} for a grouping
 * @param source the public source, as it wants to be credited
 * @param licence the licence of the source, for example {@code CC BY 4.0}
 * @param categories the groups of a grouping in their order; empty for a quantity
 */
public record IndicatorDefinition(
        String code,
        IndicatorKind kind,
        LocalisedText name,
        String unit,
        String source,
        String licence,
        List<Category> categories) {
    public IndicatorDefinition {
        categories = List.copyOf(categories);
    }
}
