package no.opptrapping.grant.deadlines;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The days on which people work and banks book (<i>virkedager</i>): neither Saturday nor Sunday, and none of the holidays of
 * lov om helligdager og helligdagsfred § 2 or of 1 and 17 May.
 */
@ApplicationScoped
public class WorkingDays {
    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.NORWAY));

    /** Whether people work on the day. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.isHoliday(day);
    }

    /** The day itself, or the next on which people work: so a period ends (domstolloven § 149). */
    public LocalDate onOrAfter(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /**
     * So many working days after the day, which does not count itself.
     *
     * @param days one or more
     */
    public LocalDate after(LocalDate day, int days) {
        var last = day;
        for (var left = days; left > 0; left--) {
            last = onOrAfter(last.plusDays(1));
        }
        return last;
    }
}
