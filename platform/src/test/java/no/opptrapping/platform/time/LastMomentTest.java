package no.opptrapping.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class LastMomentTest {
    @Test
    void aDeadlineAtMidnightIsTheEndOfTheDayBefore() {
        assertThat(of("2025-02-15T00:00:00+01:00")).isEqualTo(new LastMoment(LocalDate.of(2025, 2, 14), "24:00"));
    }

    @Test
    void anyOtherDeadlineIsOnItsDayWithItsTime() {
        assertThat(of("2025-02-14T23:59:00+01:00")).isEqualTo(new LastMoment(LocalDate.of(2025, 2, 14), "23:59"));
        assertThat(of("2025-02-14T23:59:59+01:00")).isEqualTo(new LastMoment(LocalDate.of(2025, 2, 14), "23:59:59"));
        assertThat(of("2025-06-01T12:00:00+02:00")).isEqualTo(new LastMoment(LocalDate.of(2025, 6, 1), "12:00"));
    }

    @Test
    void midnightIsThatOfNorwayAlsoOnTheDayWithTwentyFiveHours() {
        assertThat(of("2025-10-26T22:00:00Z")).isEqualTo(new LastMoment(LocalDate.of(2025, 10, 26), "23:00"));
        assertThat(of("2025-10-26T23:00:00Z")).isEqualTo(new LastMoment(LocalDate.of(2025, 10, 26), "24:00"));
    }

    private static LastMoment of(String deadline) {
        Instant instant = OffsetDateTime.parse(deadline).toInstant();
        return LastMoment.of(instant);
    }
}
