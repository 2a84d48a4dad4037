package no.opptrapping.platform.problems;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;

/**
 * Tells browsers to take every answer for what it says it is, to load nothing into it, to show it in nobody's frame and
 * to tell nobody where they came from; and, where it came over TLS, never to ask without it (OWASP's recommendations
 * for the headers of an API).
 */
@ApplicationScoped
class SecurityHeaders {
    private static final int FIRST = 1200;
    private static final String POLICY = "Content-Security-Policy";
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE =
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'none'";
    /** The pages of the framework, such as the API's documentation, bring scripts of their own. */
    private static final String OWN_PAGES = "/q/";

    private static final String FRAMEWORK = "frame-ancestors 'none'";

    void register(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    putOn(exchange);
                    exchange.next();
                },
                FIRST);
    }

    static void putOn(RoutingContext exchange) {
        var headers = exchange.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        if ("https".equals(exchange.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        exchange.addHeadersEndHandler(_ -> {
            // What is stricter still has its own.
            if (!headers.contains(POLICY)) {
                headers.set(POLICY, policy(exchange));
            }
        });
    }

    private static String policy(RoutingContext exchange) {
        if (Objects.requireNonNullElse(exchange.request().path(), "").startsWith(OWN_PAGES)) {
            return FRAMEWORK;
        }
        var type = exchange.response().headers().get("Content-Type");
        return type != null && type.startsWith("text/html") ? PAGE : NOTHING;
    }
}
