package no.opptrapping.platform.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Dates as the law and the calendar on the wall in Norway have them. */
public final class BusinessDates {
    /** The time zone of deadlines. */
    public static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    private BusinessDates() {}

    /** Today's date in Norway. */
    public static LocalDate today(Clock clock) {
        return of(clock.instant());
    }

    /** The date in Norway at an instant. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, OSLO);
    }

    /** The first instant of a date in Norway. */
    public static Instant startOf(LocalDate date) {
        return date.atStartOfDay(OSLO).toInstant();
    }
}
