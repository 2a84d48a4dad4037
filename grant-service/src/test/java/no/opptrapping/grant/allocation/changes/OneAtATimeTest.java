package no.opptrapping.grant.allocation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whoever asks, one change is computed at a time, and nobody waits for ever. */
class OneAtATimeTest {
    @Test
    void whoComesMeanwhileIsTurnedAwayAndWhoComesAfterwardsIsNot() throws Exception {
        var begun = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        try (var turns = new OneAtATime(1, Duration.ZERO);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> turns.compute(workers -> {
                begun.countDown();
                await(mayEnd);
                return "first";
            }));
            begun.await();
            assertThat(turns.compute(workers -> "second")).isEmpty();
            mayEnd.countDown();
            assertThat(first.get()).contains("first");
            assertThat(turns.compute(workers -> "third")).contains("third");
        }
    }

    @Test
    void twentyThatMayWaitComeOneAfterTheOther() throws Exception {
        var atOnce = new AtomicInteger();
        var most = new AtomicInteger();
        try (var turns = new OneAtATime(2, Duration.ofMinutes(1));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 20)
                    .<Future<Integer>>mapToObj(n -> threads.submit(() -> turns.compute(workers -> {
                                most.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
                                var sum = new AtomicInteger();
                                workers.each(100, sum::addAndGet);
                                atOnce.decrementAndGet();
                                return sum.get();
                            })
                            .orElseThrow()))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isEqualTo(4_950);
            }
        }
        assertThat(most).hasValue(1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
