package no.opptrapping.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/**
 * What is left of each caller's minute. An allowance comes back evenly over the minute, so a caller that was told to
 * wait need not wait for the next full one. A caller that has been quiet for two minutes has all of it again, and is
 * forgotten.
 */
final class Allowances {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Cache<String, Bucket> ofCallers;
    private final TimeMeter time;

    Allowances(long callers, TimeMeter time) {
        this.ofCallers = Caffeine.newBuilder()
                .maximumSize(callers)
                .expireAfterAccess(MINUTE.multipliedBy(2))
                .build();
        this.time = time;
    }

    /**
     * What became of a request.
     *
     * @param limit how many a minute there are
     * @param left how many are left now
     * @param fullAfterSeconds when all are there again
     * @param retryAfterSeconds when the next one is allowed; 0 if this one was
     */
    record Use(long limit, long left, long fullAfterSeconds, long retryAfterSeconds) {
        boolean isAllowed() {
            return retryAfterSeconds == 0;
        }
    }

    Use use(String caller, long limit) {
        var probe = ofCallers.get(caller, _ -> allowance(limit)).tryConsumeAndReturnRemaining(1);
        return new Use(
                limit,
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private Bucket allowance(long limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, MINUTE))
                .withCustomTimePrecision(time)
                .build();
    }

    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
