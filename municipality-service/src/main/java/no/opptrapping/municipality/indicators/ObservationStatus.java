package no.opptrapping.municipality.indicators;

import java.util.Locale;
import java.util.Optional;
import no.opptrapping.platform.register.FigureStatus;

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

    static ObservationStatus of(FigureStatus status) {
        return switch (status) {
            case FINAL -> FINAL;
            case PROVISIONAL -> PROVISIONAL;
            case ESTIMATED -> ESTIMATED;
        };
    }

    /** How far the value can be relied on; empty if there is none. */
    Optional<FigureStatus> ofFigure() {
        return switch (this) {
            case FINAL -> Optional.of(FigureStatus.FINAL);
            case PROVISIONAL -> Optional.of(FigureStatus.PROVISIONAL);
            case ESTIMATED -> Optional.of(FigureStatus.ESTIMATED);
            case MISSING -> Optional.empty();
        };
    }

    /** The word in events and API answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
