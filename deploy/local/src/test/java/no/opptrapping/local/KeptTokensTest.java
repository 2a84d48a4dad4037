package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class KeptTokensTest {
    private static final Instant START = Instant.parse("2025-01-01T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);
    private final KeptTokens tokens = new KeptTokens(clock);
    private final AtomicInteger signed = new AtomicInteger();

    @Test
    void usesATokenAgainUntilHalfItsLifeIsOver() {
        assertThat(token("910867483", "write")).isEqualTo("1");
        now.set(START.plus(KeptTokens.KEPT).minusMillis(1));
        assertThat(token("910867483", "write")).isEqualTo("1");
        now.set(START.plus(KeptTokens.KEPT));
        assertThat(token("910867483", "write")).isEqualTo("2");
    }

    @Test
    void neverLendsATokenToAnotherCallerOrForOtherRights() {
        assertThat(token("910867483", "write")).isEqualTo("1");
        assertThat(token("910867483", "read")).isEqualTo("2");
        assertThat(token("942110464", "write")).isEqualTo("3");
        assertThat(token("910867483", "write")).isEqualTo("1");
    }

    private String token(String caller, String... rights) {
        return tokens.of(caller, rights, () -> Integer.toString(signed.incrementAndGet()));
    }
}
