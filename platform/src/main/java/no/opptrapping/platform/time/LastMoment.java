package no.opptrapping.platform.time;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * A deadline as people read it in Norway. One at midnight is the end of the day before, at 24:00: whoever reads the day
 * of the calendar would come a day too late.
 *
 * @param day the last day
 * @param time the last minute of it, as {@code 23:59}; {@code 24:00} for the end of the day; with seconds where it has any
 */
public record LastMoment(LocalDate day, String time) {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss");

    /** The last moment that is on time. */
    public static LastMoment of(Instant deadline) {
        var local = deadline.atZone(BusinessDates.OSLO);
        var time = local.toLocalTime();
        if (time.equals(LocalTime.MIDNIGHT)) {
            return new LastMoment(local.toLocalDate().minusDays(1), "24:00");
        }
        var form = Duration.between(LocalTime.MIDNIGHT, time).toSecondsPart() == 0 ? MINUTES : SECONDS;
        return new LastMoment(local.toLocalDate(), form.format(time));
    }
}
