package no.opptrapping.municipality.sync.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PausesBetweenAttemptsTest {
    private final PausesBetweenAttempts pauses = new PausesBetweenAttempts(Duration.ofSeconds(60));

    @Test
    void areTwiceAsLongEachTime() {
        pauses.init(1000);
        var failure = new IOException("away");

        assertThat(pauses.nextDelayInMillis(failure)).isEqualTo(1000);
        assertThat(pauses.nextDelayInMillis(failure)).isEqualTo(2000);
        assertThat(pauses.nextDelayInMillis(failure)).isEqualTo(4000);
    }

    @Test
    void areAsLongAsTheSourceWantsButNeverLongerThanTheLongest() {
        pauses.init(1000);

        assertThat(pauses.nextDelayInMillis(busy("17"))).isEqualTo(17_000);
        assertThat(pauses.nextDelayInMillis(busy("1"))).isEqualTo(2000);
        assertThat(pauses.nextDelayInMillis(busy("3600"))).isEqualTo(60_000);
    }

    @Test
    void readSecondsAndDatesAndNothingElse() {
        assertThat(seconds("120", null)).contains(120L);
        assertThat(seconds("Mon, 01 Jun 2026 08:02:00 GMT", "Mon, 01 Jun 2026 08:00:00 GMT"))
                .contains(120L);
        assertThat(seconds("Mon, 01 Jun 2026 08:00:00 GMT", "Mon, 01 Jun 2026 08:02:00 GMT"))
                .contains(0L);
        assertThat(seconds("Mon, 01 Jun 2026 08:02:00 GMT", null)).isEmpty();
        assertThat(seconds("soon", null)).isEmpty();
        assertThat(seconds("-5", null)).isEmpty();
        assertThat(seconds("99999999999999999999", null)).isEmpty();
        assertThat(seconds(null, null)).isEmpty();
    }

    private static SourceFault busy(String seconds) {
        return new SourceFault(Reason.TOO_MANY_QUESTIONS, Map.of(PausesBetweenAttempts.RETRY_AFTER, seconds));
    }

    private static Optional<Long> seconds(@Nullable String retryAfter, @Nullable String date) {
        return PausesBetweenAttempts.seconds(Response.status(429)
                .header("Retry-After", retryAfter)
                .header("Date", date)
                .build());
    }
}
