package no.opptrapping.municipality.indicators;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator measures, as it is sent, kept and shown.
 *
 * @param code its name in events, weights and addresses, for example {@code population-18-66}
 * @param unit what is counted, for example {@code persons}; {@code category} for a grouping
 * @param source the public source, as it wants to be credited
 * @param licence the licence of the source, for example {@code CC BY 4.0}
 * @param categories the groups of a grouping in their order; empty for a quantity
 */
@JsonPropertyOrder({"code", "kind", "name", "unit", "source", "licence", "categories"})
@Schema(name = "Indicator")
public record IndicatorDefinition(
        @Schema(required = true, maxLength = 50) @Size(max = 50) @Pattern(regexp = CODE, message = "indicator.bad-code")
        String code,

        @Schema(
                required = true,
                implementation = String.class,
                enumeration = {"quantity", "ratio", "grouping", "region"})
        IndicatorKind kind,

        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText name,

        @Schema(required = true, maxLength = 50) @Size(max = 50)
        String unit,

        @Schema(required = true, maxLength = 200) @Size(max = 200)
        String source,

        @Schema(required = true, maxLength = 100) @Size(max = 100)
        String licence,

        @Schema(maxItems = 200) @Size(max = 200) List<@Valid Category> categories)
        implements OwnRules {
    static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    private static final int MOST_DECIMALS = 6;
    private static final Set<String> WHOLE_UNITS =
            Set.of("persons", "inhabitants", "children", "households", "personer", "innbyggere", "innbyggjarar");

    /** Categories that the sender did not write are none. */
    public IndicatorDefinition {
        categories = copy(categories);
    }

    private static List<Category> copy(@Nullable List<Category> written) {
        return written == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(written));
    }

    @Override
    public List<BrokenRule> broken() {
        var broken = new ArrayList<BrokenRule>();
        if (kind.hasCategories() == categories.isEmpty()) {
            broken.add(BrokenRule.of("indicator.categories-of-a-grouping", "/categories"));
        }
        var codes = new HashSet<String>();
        for (var i = 0; i < categories.size(); i++) {
            if (!codes.add(categories.get(i).code())) {
                broken.add(BrokenRule.of("indicator.category-twice", "/categories/" + i + "/code"));
            }
        }
        return broken;
    }

    /** In how many decimals a value may be given: people are counted in whole ones. */
    public int mostDecimals() {
        return WHOLE_UNITS.contains(unit.toLowerCase(Locale.ROOT)) ? 0 : MOST_DECIMALS;
    }
}
