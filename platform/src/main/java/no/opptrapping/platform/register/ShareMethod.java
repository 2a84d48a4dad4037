package no.opptrapping.platform.register;

import java.util.Locale;

/** How it is known which part of a municipality a successor took over; the surest first. */
public enum ShareMethod {
    /** The whole municipality passed to one successor (merger). */
    WHOLE,
    /** A split undid a merger: what had come from here lies within one successor's territory, all of it. */
    TERRITORY,
    /** The number of people who moved with each part is known. */
    KNOWN,
    /**
     * Estimated: the successor's population on the date of the change less its other predecessors' last population,
     * normalised over the successors.
     */
    ESTIMATED;

    /** The one of the two that says less. */
    ShareMethod weaker(ShareMethod other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The word in events and API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
