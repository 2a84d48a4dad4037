package no.opptrapping.grant.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {
    private final WorkingDays days = new WorkingDays();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01", "2026-04-02", "2026-04-03", "2026-04-05", "2026-04-06", "2026-05-01", "2026-05-14",
                "2026-05-17", "2026-05-24", "2026-05-25", "2026-12-25", "2026-12-26", "2027-03-25", "2027-05-06"
            })
    void theHolidaysOfTheLawAreNoWorkingDays(LocalDate holiday) {
        assertThat(days.isWorkingDay(holiday)).isFalse();
    }

    /** Of 2026: 52 Saturdays and 52 Sundays, 1 January, 2, 3 and 6 April, 1, 14 and 25 May and 25 December. */
    @Test
    void aYearHasAsManyWorkingDaysAsTheCalendarOnTheWall() {
        var first = LocalDate.of(2026, 1, 1);
        assertThat(IntStream.range(0, 365).mapToObj(first::plusDays).filter(days::isWorkingDay))
                .hasSize(365 - 104 - 8);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-27, 5, 2026-04-08",
        "2026-04-01, 1, 2026-04-07",
        "2026-05-13, 1, 2026-05-15",
        "2026-12-24, 1, 2026-12-28",
        "2026-06-05, 20, 2026-07-03"
    })
    void workingDaysAreCountedFromTheDayAfter(LocalDate from, int count, LocalDate last) {
        assertThat(days.after(from, count)).isEqualTo(last);
    }

    @ParameterizedTest
    @CsvSource({"2026-04-02, 2026-04-07", "2026-06-06, 2026-06-08", "2026-06-08, 2026-06-08"})
    void aPeriodThatEndsOnAHolidayEndsOnTheNextWorkingDay(LocalDate ends, LocalDate last) {
        assertThat(days.onOrAfter(ends)).isEqualTo(last);
    }
}
