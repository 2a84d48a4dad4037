package no.opptrapping.platform.time;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * When the request that is being answered came in: stamped before its body is read, before it waits for a thread, a
 * connection or a lock. Whoever has sent something in before a deadline is on time, however long the answer takes.
 */
@ApplicationScoped
public class Received {
    /** Before every other filter. */
    private static final int FIRST = 10_000;

    private static final String STAMP = "opptrapping.received";

    private final Clock clock;
    private final CurrentVertxRequest request;

    Received(Clock clock, CurrentVertxRequest request) {
        this.clock = clock;
        this.request = request;
    }

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    exchange.put(STAMP, now());
                    exchange.next();
                },
                FIRST);
    }

    /** When the request came in, in whole microseconds; now, where there is no request. */
    public Instant at() {
        return Optional.ofNullable(request.getCurrent())
                .flatMap(exchange -> Optional.<Instant>ofNullable(exchange.get(STAMP)))
                .orElseGet(this::now);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
