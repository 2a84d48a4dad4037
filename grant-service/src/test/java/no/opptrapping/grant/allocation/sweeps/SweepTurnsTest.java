package no.opptrapping.grant.allocation.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.opptrapping.platform.testing.Poll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sweeps take turns, and hold up nobody who answers on a virtual thread as they do. */
class SweepTurnsTest {
    private static final Duration ONE_SCENARIO = Duration.ofMillis(2);

    private final SweepTurns turns = new SweepTurns(2, 4);

    @AfterEach
    void stop() {
        turns.stop();
    }

    @Test
    void thereIsRoomForThoseThatComputeAndThoseThatWait() {
        var places =
                IntStream.range(0, 6).mapToObj(_ -> turns.queue().orElseThrow()).toList();
        assertThat(turns.queue()).isEmpty();
        places.getFirst().close();
        places.getFirst().close();
        assertThat(turns.queue()).isPresent();
        assertThat(turns.queue()).isEmpty();
    }

    @Test
    void theNextOneComputesWhenOneHasEnded() throws InterruptedException {
        var first = turns.queue().orElseThrow();
        var second = turns.queue().orElseThrow();
        var third = turns.queue().orElseThrow();
        assertThat(first.await(() -> true)).isTrue();
        assertThat(second.await(() -> true)).isTrue();
        var asked = new AtomicInteger();
        assertThat(third.await(() -> asked.incrementAndGet() < 3))
                .as("nobody wants it any more")
                .isFalse();
        second.close();
        assertThat(third.await(() -> true)).isTrue();
        assertThat(third.inOrder(3, 8, number -> number)).isEqualTo(List.of(3, 4, 5, 6, 7));
    }

    @Test
    void oneThatWasGivenUpWhileItWaitedDoesNotKeepItsTurn() throws InterruptedException {
        var first = turns.queue().orElseThrow();
        first.close();
        assertThat(first.await(() -> true)).isFalse();
        assertThat(turns.queue().orElseThrow().await(() -> true)).isTrue();
        assertThat(turns.queue().orElseThrow().await(() -> true)).isTrue();
    }

    @Test
    void whoAnswersOthersIsNotHeldUpBySweepsThatCompute() {
        var computing = new AtomicInteger();
        var stop = new AtomicBoolean();
        var sweeps = IntStream.range(0, 4)
                .mapToObj(_ -> Thread.startVirtualThread(() -> {
                    try (var turn = turns.queue().orElseThrow()) {
                        if (turn.await(() -> !stop.get())) {
                            computing.incrementAndGet();
                            while (!stop.get()) {
                                turn.inOrder(0, 100, SweepTurnsTest::scenario);
                            }
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .toList();
        Poll.until("two sweeps compute", () -> computing.get() == 2);

        var answered = new AtomicInteger();
        for (var i = 0; i < 20; i++) {
            var answer = Thread.startVirtualThread(answered::incrementAndGet);
            assertThat(join(answer)).isTrue();
        }
        assertThat(stop).as("the sweeps compute until all are answered").isFalse();
        stop.set(true);

        assertThat(answered).hasValue(20);
        assertThat(sweeps).allMatch(SweepTurnsTest::join);
    }

    private static boolean join(Thread thread) {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Computes and does nothing else, as a division does. */
    private static long scenario(int number) {
        var end = System.nanoTime() + ONE_SCENARIO.toNanos();
        var sum = (long) number;
        while (System.nanoTime() < end) {
            sum = sum * 31 + 7;
        }
        return sum;
    }
}
