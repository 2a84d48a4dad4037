package no.opptrapping.municipality.indicators;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What sort of thing an indicator says of a municipality, and with that how it is carried to another structure. */
public enum IndicatorKind {
    /** A figure that can be added up over municipalities. */
    QUANTITY,
    /** A figure for each inhabitant, which is averaged with the populations as weights and never added up. */
    RATIO,
    /** The code of a category, inherited only by a municipality that has taken nobody over since. */
    GROUPING,
    /** The code of a part of the country, inherited when all that a municipality is made of lies in the same one. */
    REGION;

    /** Whether the values are codes of categories. */
    public boolean hasCategories() {
        return this == GROUPING || this == REGION;
    }

    /** How its values are carried to another structure, in a word of events and API answers. */
    public String conversionMethod() {
        return switch (this) {
            case QUANTITY -> "summed-and-shared";
            case RATIO -> "averaged-by-population";
            case GROUPING -> "inherited-one-to-one";
            case REGION -> "inherited-when-unanimous";
        };
    }

    /** The word in API answers. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The kind of a word in API answers. */
    public static IndicatorKind ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
