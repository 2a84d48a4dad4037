package no.opptrapping.municipality.indicators;

import java.util.Locale;

/** Whether an indicator counts something or places municipalities in groups. */
public enum IndicatorKind {
    /** A figure that can be added up over municipalities. */
    QUANTITY,
    /** The code of the category that the municipality belongs to. */
    GROUPING;

    /** The word in events and API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
