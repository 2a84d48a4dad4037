package no.opptrapping.platform.problems;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;

/**
 * What happens to every request before it is routed: it gets a correlation id (the caller's or a new one), and one that
 * is too large, or whose address or headers are odd, is answered here, since it never reaches a resource.
 */
@ApplicationScoped
class HttpEdge {
    static final String CORRELATION_ID = "X-Correlation-Id";
    private static final int CORRELATE = 1100;
    private static final int LIMIT = 1000;
    private static final int READ_HEADERS = 990;
    private static final int BAD_REQUEST = 400;
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private static final Set<HttpMethod> WITHOUT_BODY =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

    private final EdgeAnswers answers;
    private final BodyLimits limits;

    HttpEdge(EdgeAnswers answers, BodyLimits limits) {
        this.answers = answers;
        this.limits = limits;
    }

    void register(@Observes Filters filters) {
        filters.register(HttpEdge::correlate, CORRELATE);
        filters.register(this::limit, LIMIT);
        filters.register(this::readHeaders, READ_HEADERS);
    }

    /** An address that cannot be routed, such as one without a host, fails before the first filter. */
    void register(@Observes Router router) {
        router.errorHandler(BAD_REQUEST, exchange -> {
            SecurityHeaders.putOn(exchange);
            identify(exchange);
            refuseAddress(exchange);
        });
    }

    private void refuseAddress(RoutingContext exchange) {
        answers.refuse(exchange, BAD_REQUEST, "bad-request", List.of(BrokenRule.of("validation.bad-address", "")));
    }

    private static void correlate(RoutingContext exchange) {
        identify(exchange);
        exchange.next();
    }

    private static void identify(RoutingContext exchange) {
        var given = exchange.request().getHeader(CORRELATION_ID);
        var id = given != null && CORRELATION_FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        MDC.put("correlationId", id);
        exchange.response().putHeader(CORRELATION_ID, id);
    }

    private void limit(RoutingContext exchange) {
        var request = exchange.request();
        var length = request.getHeader("Content-Length");
        var address = Objects.requireNonNullElse(request.uri(), "");
        if (length != null && isMoreThan(limits.of(request.method().name(), path(address)), length)) {
            if (request.version() != HttpVersion.HTTP_2) {
                exchange.response().putHeader("Connection", "close");
            }
            answers.refuse(exchange, 413, "too-large", List.of());
        } else if (address.toLowerCase(Locale.ROOT).contains("%00")) {
            answers.refuse(
                    exchange, BAD_REQUEST, "bad-request", List.of(BrokenRule.of("validation.nul-character", "")));
        } else if (!isAddress(address)) {
            refuseAddress(exchange);
        } else if (path(address).contains(";")) {
            // Parameters of a path's segment (RFC 3986 section 3.3) belong to no address of ours.
            answers.refuse(exchange, 404, "not-found", List.of());
        } else {
            exchange.next();
        }
    }

    private void readHeaders(RoutingContext exchange) {
        var headers = exchange.request().headers();
        var contentType = headers.get("Content-Type");
        switch (MediaRanges.of(headers.getAll("Accept"))) {
            case MALFORMED -> {
                var fault = BrokenRule.of("validation.bad-parameter", "header:Accept");
                headers.remove("Accept");
                answers.refuse(exchange, BAD_REQUEST, "bad-request", List.of(fault));
                return;
            }
            case ANY -> headers.remove("Accept");
            case SOME -> {}
        }
        if (contentType != null && hasBody(exchange.request()) && !MediaRanges.isMediaType(contentType)) {
            answers.refuse(exchange, 415, "unsupported-media-type", List.of());
            return;
        }
        exchange.next();
    }

    private static boolean hasBody(HttpServerRequest request) {
        return !WITHOUT_BODY.contains(request.method());
    }

    /** What the HTTP server asks of an address itself, unless it was told at the start to leave that to us. */
    private static boolean isAddress(String address) {
        try {
            return !new URI(address).isOpaque();
        } catch (URISyntaxException notOfItsForm) {
            return false;
        }
    }

    private static String path(String address) {
        var query = address.indexOf('?');
        return query < 0 ? address : address.substring(0, query);
    }

    private static boolean isMoreThan(long most, String length) {
        try {
            return Long.parseLong(length) > most;
        } catch (NumberFormatException beyondAnyNumber) {
            return true;
        }
    }
}
