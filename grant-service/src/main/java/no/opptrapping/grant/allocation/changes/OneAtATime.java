package no.opptrapping.grant.allocation.changes;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Computes one change at a time, by threads of its own; who comes while it is busy waits so long and no longer. */
final class OneAtATime implements AutoCloseable {
    private final ReentrantLock busy = new ReentrantLock(true);
    private final ForkJoinPool threads;
    private final Duration longest;

    OneAtATime(int threads, Duration longest) {
        this.threads = new ForkJoinPool(threads);
        this.longest = longest;
    }

    /** What is computed; empty when others have not finished in time. */
    <T> Optional<T> compute(Function<DecomposeChange.Workers, T> work) {
        if (!isMine()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(workers()));
        } finally {
            busy.unlock();
        }
    }

    /** The same threads for what is quick, whoever computes. */
    DecomposeChange.Workers workers() {
        return (municipalities, work) -> threads.submit(
                        () -> IntStream.range(0, municipalities).parallel().forEach(work))
                .join();
    }

    private boolean isMine() {
        try {
            return busy.tryLock(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
