package no.opptrapping.platform.problems;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.platform.language.CurrentLanguage;
import org.jboss.logging.MDC;

/** Answers a request with a problem (RFC 9457) in the caller's language. Codes are described at {@link BrokenRule}. */
@ApplicationScoped
public class Problems {
    /** As many faults are told in one answer; that there are more is told too. */
    public static final int MOST_FAULTS = 100;

    private final ProblemWriter writer;
    private final CurrentLanguage language;
    private final CurrentVertxRequest request;

    Problems(ProblemWriter writer, CurrentLanguage language, CurrentVertxRequest request) {
        this.writer = writer;
        this.language = language;
        this.request = request;
    }

    /** 422: business rules stand in the way; all of them. */
    public Response rejected(List<BrokenRule> broken) {
        return rejected("rejected", broken);
    }

    /** 422 for a body that was not read to its end, because it has more faults than are told. */
    Response rejected(List<BrokenRule> broken, boolean more) {
        return answer(422, "rejected", Map.of(), broken, more);
    }

    /** 422 with a type of its own. */
    public Response rejected(String code, List<BrokenRule> broken) {
        return answer(422, code, Map.of(), broken);
    }

    /** 409: the state of things, or somebody else's simultaneous act, stands in the way. */
    public Response conflict(String code, Object... alternatingNameValue) {
        return answer(409, code, BrokenRule.arguments(alternatingNameValue), List.of());
    }

    /** 404, the same for what does not exist and for what is not the caller's. */
    public Response notFound() {
        return notFound("not-found");
    }

    /** 404 with a reason that is public, such as a municipality number that has ceased. */
    public Response notFound(String code, Object... alternatingNameValue) {
        return answer(404, code, BrokenRule.arguments(alternatingNameValue), List.of());
    }

    /** 412: somebody has changed it since the caller read it. */
    public Response preconditionFailed() {
        return answer(412, "precondition-failed", Map.of(), List.of());
    }

    /** 428: <code>If-Match</code> is missing. */
    Response preconditionRequired() {
        return answer(428, "precondition-required", Map.of(), List.of());
    }

    /** 403: the caller is known and may not. */
    public Response forbidden(String code, Object... alternatingNameValue) {
        return answer(403, code, BrokenRule.arguments(alternatingNameValue), List.of());
    }

    /** 503: it cannot be done now, but may in so many seconds. */
    public Response unavailable(int retryAfterSeconds) {
        return unavailable("unavailable", retryAfterSeconds);
    }

    /** 503 with a type of its own. */
    public Response unavailable(String code, int retryAfterSeconds) {
        return Response.fromResponse(answer(503, code, Map.of(), List.of()))
                .header("Retry-After", retryAfterSeconds)
                .build();
    }

    /** 416: none of the bytes that are asked for is there. */
    public Response rangeNotSatisfiable(long size) {
        return Response.fromResponse(answer(416, "range-not-satisfiable", Map.of("size", size), List.of()))
                .header("Content-Range", "bytes */" + size)
                .build();
    }

    /** 429: the caller has asked for more than its part, and may ask again in so many seconds. */
    public Response tooMany(long retryAfterSeconds) {
        return Response.fromResponse(answer(429, "too-many-requests", Map.of(), List.of()))
                .header("Retry-After", retryAfterSeconds)
                .build();
    }

    /** 400: the request cannot be read. */
    Response unreadable(List<BrokenRule> faults) {
        return answer(400, "bad-request", Map.of(), faults);
    }

    /** Any other status, for the mappers of the framework's exceptions. */
    Response answer(int status, String code, Map<String, Object> arguments, List<BrokenRule> faults) {
        return answer(status, code, arguments, faults, false);
    }

    private Response answer(
            int status, String code, Map<String, Object> arguments, List<BrokenRule> faults, boolean more) {
        var exchange = request.getCurrent();
        var spoken = language.get();
        var problem = writer.problem(
                spoken,
                status,
                code,
                arguments,
                told(faults),
                more || faults.size() > MOST_FAULTS,
                exchange == null
                        ? ""
                        : Objects.requireNonNullElse(exchange.request().path(), ""),
                (String) MDC.get("traceId"));
        return Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header("Content-Language", spoken.tag())
                .header("Vary", "Accept-Language")
                .entity(problem)
                .build();
    }

    /** The faults that are told: of each part as many as there is room for, so that none hides behind another. */
    private static List<BrokenRule> told(List<BrokenRule> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        var ofItsPart = new HashMap<String, Integer>();
        var place = new ArrayList<Integer>();
        faults.forEach(fault -> place.add(ofItsPart.merge(fault.code() + part(fault.pointer()), 1, Integer::sum)));
        return IntStream.range(0, faults.size())
                .boxed()
                .sorted(Comparator.comparing(place::get))
                .limit(MOST_FAULTS)
                .sorted()
                .map(faults::get)
                .toList();
    }

    /** The field at the top and the place in it: <code>/axes/3</code> of <code>/axes/3/values/2/0</code>. */
    private static String part(String pointer) {
        return Arrays.stream(pointer.split("/", 4)).limit(3).collect(Collectors.joining("/"));
    }
}
