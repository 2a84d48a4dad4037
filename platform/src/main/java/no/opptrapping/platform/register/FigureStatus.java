package no.opptrapping.platform.register;

import java.util.Collection;
import java.util.Locale;

/** How far a known figure can be relied on; the surest first. */
public enum FigureStatus {
    /** Published by the source and final. */
    FINAL,
    /** Published by the source, may be revised. */
    PROVISIONAL,
    /** Computed from other figures, with a share or a method that is an estimate. */
    ESTIMATED;

    /** The one of the two that says less: that of a figure is the weakest of what went into it. */
    public FigureStatus weaker(FigureStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The weakest of all. */
    public static FigureStatus weakest(Collection<FigureStatus> all) {
        return all.stream().reduce(FINAL, FigureStatus::weaker);
    }

    /** The word in events and API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
