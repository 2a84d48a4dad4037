package no.opptrapping.local.grantyear;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;
import no.opptrapping.local.GrantModel;
import no.opptrapping.local.Progress;
import no.opptrapping.local.ScenarioFailure;
import no.opptrapping.local.Texts;

/**
 * What every step of the grant year stands on: the three services, the year, the simulated clock and the telling of
 * what happens.
 */
record Stage(
        int year,
        GrantModel model,
        long seed,
        Api municipalities,
        Api grants,
        Api reporting,
        Consumer<Instant> clock,
        Progress progress,
        Texts texts) {
    private static final int CALLERS_AT_A_TIME = 8;
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    /** Tells the person at the terminal the text of the code. */
    void tell(String code, Object... arguments) {
        progress.say(texts.text(code, arguments));
    }

    /** Nine in the morning of the date, Norwegian time. */
    void morningOf(LocalDate date) {
        clock.accept(date.atTime(9, 0).atZone(OSLO).toInstant());
    }

    /** When the date's last minute begins, Norwegian time, as RFC 3339 writes it. */
    static String lastMinuteOf(LocalDate date) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.atTime(23, 59).atZone(OSLO));
    }

    /** The date in the grant year. */
    LocalDate on(int month, int day) {
        return LocalDate.of(year, month, day);
    }

    /** The key of one act of the scenario: the same in every run, so that a scenario that was cut off goes on. */
    String key(String act) {
        return "grant-year-" + year + "-" + seed + "-" + act;
    }

    /** Several callers at a time, as on the day before a deadline; the first failure ends the step. */
    @CanIgnoreReturnValue
    <T, R> List<R> eachOf(Collection<T> subjects, Function<T, R> act) {
        var places = new Semaphore(CALLERS_AT_A_TIME);
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = subjects.stream()
                    .map(subject -> callers.submit(() -> {
                        places.acquire();
                        try {
                            return act.apply(subject);
                        } finally {
                            places.release();
                        }
                    }))
                    .toList();
            return answers.stream().map(Stage::outcome).toList();
        }
    }

    private static <R> R outcome(Future<R> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ScenarioFailure failure) {
                throw failure;
            }
            throw new ScenarioFailure("A caller of the grant year failed: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ScenarioFailure("The grant year was interrupted.", e);
        }
    }
}
