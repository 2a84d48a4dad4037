package no.opptrapping.municipality.indicators;

/** Tells the world about indicators. */
public interface IndicatorFeed {
    /** Tells of a new version of a set; part of the caller's transaction. */
    void announce(IndicatorDefinition definition, ObservationSets.Versioned versioned);

    /** Tells that a version has been withdrawn, with the values that it still has; part of the caller's transaction. */
    void withdrawn(IndicatorDefinition definition, ObservationSets.Versioned versioned, Withdrawal withdrawal);
}
