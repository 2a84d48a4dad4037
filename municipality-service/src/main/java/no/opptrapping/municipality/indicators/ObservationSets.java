package no.opptrapping.municipality.indicators;

import java.util.List;
import java.util.Optional;

/** Where indicators and their observations are kept. */
public interface ObservationSets {
    /** A set with the version that it is kept under, from 1. */
    record Versioned(int version, ObservationSet set) {}

    /** Every indicator, by code. */
    List<IndicatorDefinition> indicators();

    Optional<IndicatorDefinition> indicator(String code);

    /** Keeps the definition as it is given, instead of the one with its code. */
    void put(IndicatorDefinition definition);

    /** The newest version of the set. */
    Optional<Versioned> latest(ObservationKey key);

    /** One version of the set. */
    Optional<Versioned> version(ObservationKey key, int version);

    /** Every version of the set, the newest first. */
    List<PublishedVersion> versionsOf(ObservationKey key);

    /** A version, and how it came to be. */
    record PublishedVersion(int version, Publication publication, Optional<Withdrawal> withdrawal) {}

    /** Which sets there are of the indicator, by year and structure date. */
    List<ObservationKey> keysOf(String code);

    /** Adds a version; never overwrites one. */
    void add(Versioned versioned, Publication publication);

    /** That the version has been withdrawn, if it has. */
    Optional<Withdrawal> withdrawalOf(ObservationKey key, int version);

    /** Keeps that the version is withdrawn; once for each. */
    void withdraw(ObservationKey key, int version, Withdrawal withdrawal);
}
