package no.opptrapping.municipality.sync.http;

import io.smallrye.faulttolerance.api.Guard;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/**
 * A source as somebody to ask over HTTP: each attempt within a time, again after growing pauses when the failure may
 * pass, and not at all for a while when it has failed often. No more of an answer is read than a true one can have.
 */
final class Peer {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY = 429;

    private final Guard guard;
    private final int largest;
    private final Duration longestPause;

    /**
     * A source.
     *
     * @param name its name, for the circuit breaker
     * @param largest how many bytes an answer may have
     */
    Peer(String name, PeerSettings settings, int largest) {
        this.largest = largest;
        this.longestPause = settings.longestPause();
        this.guard = Guard.create()
                .withDescription(name)
                .withRetry()
                .maxRetries(settings.retries())
                .delay(settings.retryDelay().toMillis(), ChronoUnit.MILLIS)
                .jitter(settings.retryDelay().toMillis() / 4, ChronoUnit.MILLIS)
                .whenException(this::isWorthAnotherAttempt)
                .withCustomBackoff()
                .strategy(() -> new PausesBetweenAttempts(settings.longestPause()))
                .done()
                .done()
                .withCircuitBreaker()
                .name("sync-" + name)
                .requestVolumeThreshold(settings.breakerVolume())
                .failureRatio(0.5)
                .delay(settings.breakerDelay().toMillis(), ChronoUnit.MILLIS)
                .when(Peer::mayPass)
                .done()
                .withTimeout()
                .duration(settings.timeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .build();
    }

    /**
     * An answer as it came.
     *
     * @param status 200, 304, 404 or 410
     * @param contentType as the source says; empty if it does not
     * @param contentEncoding as the source says; empty if it does not
     */
    record Answer(
            int status, String contentType, String contentEncoding, String tag, String lastModified, ByteBuffer body) {
        boolean isNotModified() {
            return status == NOT_MODIFIED;
        }

        boolean isMissing() {
            return status == NOT_FOUND;
        }

        boolean isGone() {
            return status == GONE;
        }
    }

    /**
     * Asks, and reads the whole answer.
     *
     * @throws SourceFault if there is none, or it is no answer to the question
     */
    Answer ask(Callable<Response> question) throws SourceFault {
        try {
            return guard.call(() -> once(question), Answer.class);
        } catch (SourceFault fault) {
            throw fault;
        } catch (CircuitBreakerOpenException open) {
            throw fault(Reason.LEFT_IN_PEACE, open);
        } catch (TimeoutException slow) {
            throw fault(Reason.TOO_SLOW, slow);
        } catch (RuntimeException bug) {
            throw bug;
        } catch (Exception unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private Answer once(Callable<Response> question) throws Exception {
        try (var response = question.call()) {
            return read(response);
        } catch (WebApplicationException refusal) {
            try (var response = refusal.getResponse()) {
                return read(response);
            }
        } catch (ProcessingException | IOException broken) {
            throw fault(Reason.UNREACHABLE, broken);
        }
    }

    private Answer read(Response response) throws SourceFault, IOException {
        var status = response.getStatus();
        if (status == TOO_MANY) {
            throw new SourceFault(Reason.TOO_MANY_QUESTIONS, arguments(response));
        }
        if (status >= 500) {
            throw new SourceFault(Reason.OUT_OF_ORDER, arguments(response));
        }
        if (status != 200 && status != NOT_MODIFIED && status != NOT_FOUND && status != GONE) {
            throw new SourceFault(Reason.REFUSED, Map.of("status", Integer.toString(status)));
        }
        return new Answer(
                status,
                header(response, "Content-Type"),
                header(response, "Content-Encoding"),
                header(response, "ETag"),
                header(response, "Last-Modified"),
                ByteBuffer.wrap(status == 200 ? body(response) : new byte[0]));
    }

    private byte[] body(Response response) throws SourceFault, IOException {
        try (var stream = response.readEntity(InputStream.class)) {
            if (stream == null) {
                return new byte[0];
            }
            var bytes = stream.readNBytes(largest + 1);
            if (bytes.length > largest) {
                throw new SourceFault(Reason.TOO_LARGE, Map.of("limit", Integer.toString(largest)));
            }
            return bytes;
        }
    }

    private static String header(Response response, String name) {
        return Optional.ofNullable(response.getHeaderString(name)).orElse("").strip();
    }

    private static Map<String, String> arguments(Response response) {
        var arguments = new HashMap<>(Map.of("status", Integer.toString(response.getStatus())));
        PausesBetweenAttempts.seconds(response)
                .ifPresent(seconds -> arguments.put(PausesBetweenAttempts.RETRY_AFTER, seconds.toString()));
        return arguments;
    }

    /** A source that wants to be left alone for longer than anybody waits is not asked again. */
    private boolean isWorthAnotherAttempt(Throwable failure) {
        return mayPass(failure)
                && PausesBetweenAttempts.wantedAfter(failure)
                        .map(wanted -> wanted.compareTo(longestPause) <= 0)
                        .orElse(true);
    }

    private static boolean mayPass(Throwable failure) {
        return failure instanceof TimeoutException
                || (failure instanceof SourceFault fault && fault.reason().isPassing());
    }

    private static SourceFault fault(Reason reason, Throwable cause) {
        var fault = new SourceFault(reason, Map.of());
        fault.initCause(cause);
        return fault;
    }
}
