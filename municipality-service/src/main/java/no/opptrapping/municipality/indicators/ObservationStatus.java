package no.opptrapping.municipality.indicators;

import java.util.Locale;

/** How far a value can be relied on. */
public enum ObservationStatus {
    /** Published by the source and final. */
    FINAL,
    /** Published by the source, may be revised. */
    PROVISIONAL,
    /** Computed here from other figures, with a share or a method that is an estimate. */
    ESTIMATED,
    /** Not known; there is no value. */
    MISSING;

    /** The word in events and API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
