package no.opptrapping.platform.caching;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.BiConsumer;

/**
 * Lets any page read open data (Fetch standard, CORS). A page that asks beforehand is told the same for every address,
 * and never that it may send a token: what is not open data stays closed to pages of others.
 */
@ApplicationScoped
class CrossOrigin {
    private static final int BEFORE_ROUTING = 900;
    private static final String ORIGIN = "Access-Control-Allow-Origin";

    void register(@Observes Filters filters) {
        filters.register(CrossOrigin::answerWhatIsAskedBeforehand, BEFORE_ROUTING);
    }

    static void allow(BiConsumer<String, Object> header) {
        header.accept(ORIGIN, "*");
        header.accept(
                "Access-Control-Expose-Headers",
                "ETag, Content-Language, Link, RateLimit, RateLimit-Policy, Retry-After, X-Correlation-Id");
    }

    private static void answerWhatIsAskedBeforehand(RoutingContext exchange) {
        var request = exchange.request();
        if (!request.method().equals(HttpMethod.OPTIONS)
                || !request.headers().contains("Origin")
                || !request.headers().contains("Access-Control-Request-Method")) {
            exchange.next();
            return;
        }
        exchange.response()
                .setStatusCode(204)
                .putHeader(ORIGIN, "*")
                .putHeader("Access-Control-Allow-Methods", "GET, HEAD, POST")
                .putHeader("Access-Control-Allow-Headers", "Accept, Accept-Language, Content-Type, If-None-Match")
                .putHeader("Access-Control-Max-Age", "3600")
                .putHeader("Cache-Control", "no-store")
                .end();
    }
}
