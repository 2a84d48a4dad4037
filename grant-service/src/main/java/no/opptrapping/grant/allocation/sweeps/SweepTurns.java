package no.opptrapping.grant.allocation.sweeps;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets few sweeps compute at a time, each in its turn, on threads of their own. Computing is never done by the threads
 * that answer requests: those are virtual and share as few carriers as there are cores, which a computation does not let
 * go of, so that everybody else would wait until it ends; threads of their own share the machine as the system divides
 * it.
 */
@ApplicationScoped
public class SweepTurns {
    private static final long ASK_AGAIN_MILLIS = 200;

    private final Semaphore computing;
    private final Semaphore admitted;
    private final ExecutorService threads;
    private final int slices;

    SweepTurns(
            @ConfigProperty(name = "opptrapping.sweeps.at-once") int atOnce,
            @ConfigProperty(name = "opptrapping.sweeps.waiting") int waiting) {
        this.computing = new Semaphore(atOnce, true);
        this.admitted = new Semaphore(atOnce + waiting, true);
        this.slices = Runtime.getRuntime().availableProcessors();
        this.threads = Executors.newFixedThreadPool(
                slices, Thread.ofPlatform().daemon().name("sweep-", 0).factory());
    }

    /** A place in the queue, or empty if it is full. It has to be closed. */
    public Optional<Turn> queue() {
        return admitted.tryAcquire() ? Optional.of(new Turn()) : Optional.empty();
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** A place in the queue, and the workers when it has come to the front. */
    public final class Turn implements Sweep.Workers, AutoCloseable {
        private boolean computes;
        private boolean ended;

        private Turn() {}

        /** Waits until it is this one's turn; false if nobody wants it any more. */
        public boolean await(BooleanSupplier goesOn) throws InterruptedException {
            while (goesOn.getAsBoolean()) {
                if (computing.tryAcquire(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
                    return begin();
                }
            }
            return false;
        }

        private synchronized boolean begin() {
            if (ended) {
                computing.release();
                return false;
            }
            computes = true;
            return true;
        }

        @Override
        public <T> List<T> inOrder(int from, int to, IntFunction<T> made) {
            var size = Math.ceilDiv(to - from, slices);
            var parts = new ArrayList<Callable<List<T>>>();
            for (var start = from; start < to; start += size) {
                var first = start;
                var end = Math.min(to, start + size);
                parts.add(() -> IntStream.range(first, end).mapToObj(made).toList());
            }
            try {
                var all = new ArrayList<T>(to - from);
                for (var part : threads.invokeAll(parts)) {
                    all.addAll(part.get());
                }
                return all;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while a sweep was computed", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("A scenario could not be computed", e.getCause());
            }
        }

        /** Lets the next one in. */
        @Override
        public synchronized void close() {
            if (ended) {
                return;
            }
            ended = true;
            if (computes) {
                computing.release();
            }
            admitted.release();
        }
    }
}
