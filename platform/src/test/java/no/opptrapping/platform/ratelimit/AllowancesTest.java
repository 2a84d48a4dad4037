package no.opptrapping.platform.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AllowancesTest {
    private static final long LIMIT = 60;

    private final AtomicLong nanos = new AtomicLong(Duration.ofDays(1).toNanos());
    private final Allowances allowances = new Allowances(100, new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nanos.get();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void whoHasUsedItsMinuteWaitsUntilThereIsOneMore() {
        for (var left = LIMIT - 1; left >= 0; left--) {
            var use = allowances.use("organisation:1", LIMIT);
            assertThat(use.isAllowed()).isTrue();
            assertThat(use.left()).isEqualTo(left);
        }
        var refused = allowances.use("organisation:1", LIMIT);
        assertThat(refused.isAllowed()).isFalse();
        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
        assertThat(refused.fullAfterSeconds()).isEqualTo(60);

        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertThat(allowances.use("organisation:1", LIMIT).isAllowed()).isFalse();
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertThat(allowances.use("organisation:1", LIMIT).isAllowed()).isTrue();
        assertThat(allowances.use("organisation:1", LIMIT).isAllowed()).isFalse();
    }

    @Test
    void oneCallersUseIsNotAnothers() {
        for (var i = 0; i <= LIMIT; i++) {
            allowances.use("staff:kari", LIMIT);
        }
        assertThat(allowances.use("staff:ola", LIMIT).isAllowed()).isTrue();
        assertThat(allowances.use("address:10.0.0.1", 1).isAllowed()).isTrue();
    }
}
