package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStateTest {
    private static final Year YEAR = Year.of(2025);
    private static final Story STORY = new Story(YEAR, GrantModel.FRAMES);

    @TempDir
    Path directory;

    @Test
    void beginsInTheMorningOfTheFirstOfDecemberBeforeTheYearInOslo() {
        var state = RunState.in(directory);

        assertThat(state.stage()).isEqualTo(RunState.Stage.NOT_BEGUN);
        assertThat(state.story()).isEmpty();
        assertThat(state.clock(YEAR)).isEqualTo("2024-12-01T07:00:00Z");
    }

    @Test
    void remembersItsStageStoryAndClock() {
        var state = RunState.in(directory);
        state.reached(RunState.Stage.BEGUN, STORY);
        state.clockIs(Instant.parse("2026-03-01T11:00:00Z"));

        var later = RunState.in(directory);
        assertThat(later.stage()).isEqualTo(RunState.Stage.BEGUN);
        assertThat(later.story()).contains(STORY);
        assertThat(later.clock(YEAR)).isEqualTo("2026-03-01T11:00:00Z");
    }

    @Test
    void knowsWhereTheClockHasBeenSoThatAnInterruptedYearGoesOnFromThere() {
        RunState.in(directory).clockIs(Instant.parse("2025-05-05T07:00:00Z"));

        var later = RunState.in(directory);
        assertThat(later.hasBeen(Instant.parse("2025-03-01T07:00:00Z"), YEAR)).isTrue();
        assertThat(later.hasBeen(Instant.parse("2025-05-05T07:00:00Z"), YEAR)).isTrue();
        assertThat(later.hasBeen(Instant.parse("2025-05-05T07:00:01Z"), YEAR)).isFalse();
    }
}
