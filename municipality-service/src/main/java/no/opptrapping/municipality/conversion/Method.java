package no.opptrapping.municipality.conversion;

import java.util.Locale;
import no.opptrapping.municipality.lineage.ShareMethod;

/** How the part of a figure that a municipality gets was found. */
public enum Method {
    /** Nothing is divided. */
    WHOLE,
    /** By the known number of people who moved with each part of a split municipality. */
    KNOWN,
    /** By the estimated number of people who moved with each part of a split municipality. */
    ESTIMATED,
    /** By the populations of those among whom it is divided. */
    POPULATION;

    static Method of(ShareMethod method) {
        return switch (method) {
            case WHOLE -> WHOLE;
            case KNOWN -> KNOWN;
            case ESTIMATED -> ESTIMATED;
        };
    }

    /** Whether a figure that was found so is an estimate. */
    public boolean isEstimate() {
        return this == ESTIMATED || this == POPULATION;
    }

    /** The word in API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
