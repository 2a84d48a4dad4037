package no.opptrapping.platform.register;

import java.util.Locale;

/** How a figure came from one municipality to another. */
public enum Method {
    /** All of it. */
    WHOLE,
    /** All of it, to the successor that has all the land: a split undid a merger. */
    TERRITORY,
    /** By the known number of people who moved with each part of a split municipality. */
    KNOWN,
    /** By the estimated number of people who moved with each part of a split municipality. */
    ESTIMATED,
    /** By the populations of those among whom it is divided. */
    POPULATION;

    static Method of(ShareMethod method) {
        return switch (method) {
            case WHOLE -> WHOLE;
            case TERRITORY -> TERRITORY;
            case KNOWN -> KNOWN;
            case ESTIMATED -> ESTIMATED;
        };
    }

    /** Whether a figure that was found so is an estimate. */
    public boolean isEstimate() {
        return this == ESTIMATED || this == POPULATION;
    }

    /** Whether all of a figure was passed on. */
    public boolean isUndivided() {
        return this == WHOLE || this == TERRITORY;
    }

    /** The word in API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
