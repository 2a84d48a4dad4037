package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;

/** Where what has been heard of indicators is kept: every version, so that a stored run can be computed again. */
public interface HeardIndicators {
    /** Keeps it, in place of the same version if that was heard before; once withdrawn, a version stays so. */
    void keep(HeardIndicator heard);

    Optional<HeardIndicator> latest(String code, Year year, LocalDate structureDate);

    /** The newest version with that structure date, of the newest year. */
    Optional<HeardIndicator> latest(String code, LocalDate structureDate);

    Optional<HeardIndicator> version(String code, Year year, LocalDate structureDate, int version);

    /** The days whose municipalities there are values of the year for. */
    SortedSet<LocalDate> structureDates(String code, Year year);

    /** The years that there are values of in the structure of their own first day. */
    SortedSet<Year> years(String code);

    Set<String> codes();
}
