package no.opptrapping.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import no.opptrapping.platform.language.Language;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;

/**
 * What happens to every request before it is routed: it gets a correlation id (the caller's or a new one), and one that
 * is too large, or that has U+0000 in its address, is answered here, since it never reaches a resource.
 */
@ApplicationScoped
class HttpEdge {
    static final String CORRELATION_ID = "X-Correlation-Id";
    private static final Pattern CORRELATION_FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ProblemWriter writer;
    private final ObjectMapper mapper;
    private final long maxBody;

    HttpEdge(
            ProblemWriter writer,
            ObjectMapper mapper,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBody) {
        this.writer = writer;
        this.mapper = mapper;
        this.maxBody = maxBody.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::correlate, 1100);
        filters.register(this::limit, 1000);
    }

    private void correlate(RoutingContext exchange) {
        var given = exchange.request().getHeader(CORRELATION_ID);
        var id = given != null && CORRELATION_FORM.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        MDC.put("correlationId", id);
        exchange.response().putHeader(CORRELATION_ID, id);
        exchange.next();
    }

    private void limit(RoutingContext exchange) {
        var request = exchange.request();
        var length = request.getHeader("Content-Length");
        if (length != null && isMoreThanAllowed(length)) {
            exchange.response().putHeader("Connection", "close");
            refuse(exchange, 413, "too-large", List.of());
        } else if (Objects.requireNonNullElse(request.uri(), "")
                .toLowerCase(Locale.ROOT)
                .contains("%00")) {
            refuse(exchange, 400, "bad-request", List.of(BrokenRule.of("validation.nul-character", "")));
        } else {
            exchange.next();
        }
    }

    private boolean isMoreThanAllowed(String length) {
        try {
            return Long.parseLong(length) > maxBody;
        } catch (NumberFormatException beyondAnyNumber) {
            return true;
        }
    }

    private void refuse(RoutingContext exchange, int status, String code, List<BrokenRule> faults) {
        var language = Language.preferred(exchange.request().getHeader("Accept-Language"));
        var path = Objects.requireNonNullElse(exchange.request().path(), "");
        var problem = writer.problem(language, status, code, Map.of(), faults, path, (String) MDC.get("traceId"));
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .end(json(problem));
    }

    private String json(Problem problem) {
        try {
            return mapper.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A problem can be written", e);
        }
    }
}
