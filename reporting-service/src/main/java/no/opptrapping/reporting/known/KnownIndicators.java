package no.opptrapping.reporting.known;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where what has been heard of indicators is kept: the newest version of each code, year and structure date. One that has
 * been withdrawn is not found: the one before it was replaced for a reason, too.
 */
public interface KnownIndicators {
    /** Keeps it in place of an older version. */
    void keep(KnownIndicator indicator);

    /** The indicator for the year in the structure of the date. */
    Optional<KnownIndicator> find(String code, Year year, LocalDate structureDate);

    /** The indicator of the newest year in the structure of the date. */
    Optional<KnownIndicator> newest(String code, LocalDate structureDate);

    /** What is known of all of them: another one whenever a version is heard of, or that one has been withdrawn. */
    State state();

    /**
     * How many there are, and how often they have been replaced and withdrawn.
     *
     * @param versions the sum of the newest versions
     * @param withdrawn how many of these have been withdrawn
     */
    record State(long indicators, long versions, long withdrawn) {}

    /** The years of which there are figures in the structure of their own first day. */
    SortedSet<Year> years(String code);
}
