package no.opptrapping.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.opptrapping.platform.language.Language;
import org.jboss.logging.MDC;

/** Answers with a problem what never reaches a resource. */
@ApplicationScoped
class EdgeAnswers {
    private final ProblemWriter writer;
    private final ObjectMapper mapper;

    EdgeAnswers(ProblemWriter writer, ObjectMapper mapper) {
        this.writer = writer;
        this.mapper = mapper;
    }

    void refuse(RoutingContext exchange, int status, String code, List<BrokenRule> faults) {
        var language = Language.preferred(exchange.request().getHeader("Accept-Language"));
        var path = Objects.requireNonNullElse(exchange.request().path(), "");
        var problem =
                writer.problem(language, status, code, Map.of(), faults, false, path, (String) MDC.get("traceId"));
        exchange.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Content-Language", language.tag())
                .putHeader("Cache-Control", "no-store")
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
