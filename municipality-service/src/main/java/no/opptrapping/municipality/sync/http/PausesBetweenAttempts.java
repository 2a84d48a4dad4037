package no.opptrapping.municipality.sync.http;

import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.SourceFault;

/**
 * The pauses before a question is asked again: each twice as long as the one before, and at least as long as the source
 * wants ({@code Retry-After}, RFC 9110 section 10.2.3), but never longer than the longest.
 */
final class PausesBetweenAttempts implements CustomBackoffStrategy {
    /** The argument of a fault that says for how many seconds the source wants no more questions. */
    static final String RETRY_AFTER = "retryAfter";

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");

    private final Duration longest;
    private Duration next = Duration.ZERO;

    PausesBetweenAttempts(Duration longest) {
        this.longest = longest;
    }

    @Override
    public void init(long initialDelayInMillis) {
        next = Duration.ofMillis(initialDelayInMillis);
    }

    @Override
    public long nextDelayInMillis(Throwable failure) {
        var own = next;
        next = next.multipliedBy(2);
        var wanted =
                wantedAfter(failure).filter(pause -> pause.compareTo(own) > 0).orElse(own);
        return (wanted.compareTo(longest) > 0 ? longest : wanted).toMillis();
    }

    /** For how long the source wants no more questions, if the failure says. */
    static Optional<Duration> wantedAfter(Throwable failure) {
        return failure instanceof SourceFault fault
                ? Optional.ofNullable(fault.arguments().get(RETRY_AFTER))
                        .map(Long::valueOf)
                        .map(Duration::ofSeconds)
                : Optional.empty();
    }

    /** The seconds of a {@code Retry-After}; a date counts from the answer's own, so that no clocks are compared. */
    static Optional<Long> seconds(Response response) {
        return header(response, "Retry-After")
                .flatMap(text -> SECONDS.matcher(text).matches()
                        ? Optional.of(Long.valueOf(text))
                        : date(Optional.of(text))
                                .flatMap(until -> date(header(response, "Date"))
                                        .map(now -> Math.max(
                                                0, Duration.between(now, until).toSeconds()))));
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name)).map(String::strip);
    }

    private static Optional<ZonedDateTime> date(Optional<String> text) {
        try {
            return text.map(one -> ZonedDateTime.parse(one, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
