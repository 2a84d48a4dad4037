package no.opptrapping.platform.values;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.UUID;
import java.util.regex.Pattern;

/** Dates, times and identifiers as people and machines write them to us: in one form each, of the years that matter. */
public final class WrittenDates {
    /** The first year that a date may be of. */
    public static final int FIRST_YEAR = 1900;

    /** The last year that a date may be of. */
    public static final int LAST_YEAR = 2199;

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private WrittenDates() {}

    /**
     * A date as <code>2025-03-15</code>; a point in time is none.
     *
     * @throws DateTimeException when it is no date
     * @throws FarAway when its year is none of ours
     */
    public static LocalDate date(String text) {
        return ofOurYears(LocalDate.parse(text));
    }

    /**
     * A point in time with its offset, as <code>2025-03-15T23:59:59+01:00</code>.
     *
     * @throws DateTimeException when it is no point in time
     * @throws FarAway when its year is none of ours
     */
    public static OffsetDateTime time(String text) {
        return ofOurYears(OffsetDateTime.parse(text));
    }

    /** A point in time as {@link #time} reads it. */
    public static Instant instant(String text) {
        return time(text).toInstant();
    }

    /**
     * A UUID of 36 characters.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return UUID.fromString(text);
    }

    private static <T extends TemporalAccessor> T ofOurYears(T date) {
        var year = date.get(ChronoField.YEAR);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new FarAway(year);
        }
        return date;
    }

    /** A date of a year that nobody means. */
    public static final class FarAway extends DateTimeException {
        private static final long serialVersionUID = 1;

        FarAway(int year) {
            super("The year " + year + " is none of ours");
        }
    }
}
