package no.opptrapping.municipality.indicators;

import java.util.List;
import java.util.Locale;
import java.util.Set;
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
    private static final int MOST_DECIMALS = 6;
    private static final Set<String> WHOLE_UNITS =
            Set.of("persons", "inhabitants", "children", "households", "personer", "innbyggere", "innbyggjarar");

    public IndicatorDefinition {
        categories = List.copyOf(categories);
    }

    /** In how many decimals a value may be given: people are counted in whole ones. */
    public int mostDecimals() {
        return WHOLE_UNITS.contains(unit.toLowerCase(Locale.ROOT)) ? 0 : MOST_DECIMALS;
    }
}
