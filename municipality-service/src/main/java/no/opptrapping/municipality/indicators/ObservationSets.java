package no.opptrapping.municipality.indicators;

import java.util.List;
import java.util.Optional;

/** Where indicators and their observations are kept. */
public interface ObservationSets {
    /**
     * A set with the version that it is kept under, from 1.
     *
     * @param conversion what it was converted from, if it was
     */
    record Versioned(int version, ObservationSet set, Optional<Conversion> conversion) {
        public Versioned {
            if (!set.convertedFrom().equals(conversion.map(Conversion::structureDate))) {
                throw new IllegalArgumentException("A converted set has its source, and no other has: " + set.key());
            }
        }

        /** A set as it was given. */
        public Versioned(int version, ObservationSet set) {
            this(version, set, Optional.empty());
        }
    }

    /** Every indicator, by code. */
    List<IndicatorDefinition> indicators();

    Optional<IndicatorDefinition> indicator(String code);

    /** Keeps the definition as it is given, instead of the one with its code. */
    void put(IndicatorDefinition definition);

    /** The newest version of the set. */
    Optional<Versioned> latest(ObservationKey key);

    /** The newest version of the set, unless it has been withdrawn: the one before it was replaced for a reason, too. */
    Optional<Versioned> inUse(ObservationKey key);

    /** One version of the set. */
    Optional<Versioned> version(ObservationKey key, int version);

    /** Every version of the set, the newest first. */
    List<PublishedVersion> versionsOf(ObservationKey key);

    /** A version, and how it came to be. */
    record PublishedVersion(
            int version, Publication publication, Optional<Conversion> conversion, Optional<Withdrawal> withdrawal) {}

    /** Every version of every set that was converted from the version of the set. */
    List<Versioned> convertedFrom(ObservationKey key, int version);

    /** Which sets there are of the indicator, by year and structure date. */
    List<ObservationKey> keysOf(String code);

    /** Those of them whose newest version has not been withdrawn. */
    List<ObservationKey> keysInUse(String code);

    /** Adds a version; never overwrites one. */
    void add(Versioned versioned, Publication publication);

    /** That the version has been withdrawn, if it has. */
    Optional<Withdrawal> withdrawalOf(ObservationKey key, int version);

    /** Keeps that the version is withdrawn; once for each. */
    void withdraw(ObservationKey key, int version, Withdrawal withdrawal);
}
