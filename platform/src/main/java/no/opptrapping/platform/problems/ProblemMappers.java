package no.opptrapping.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.access.ActingRefused;
import no.opptrapping.platform.concurrency.VersionMissing;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns what the framework throws into problems, so that no refusal is empty, HTML, or a stack trace. */
class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final Map<Integer, String> CODES = Map.of(
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type");

    private static final int RETRY_AFTER = 10;

    private final Problems problems;
    private final CurrentVertxRequest exchange;

    ProblemMappers(Problems problems, CurrentVertxRequest exchange) {
        this.problems = problems;
        this.exchange = exchange;
    }

    @ServerExceptionMapper
    public Response badInput(BadInput e) {
        if (isPath(e)) {
            return problems.notFound();
        }
        return problems.unreadable(e.faults());
    }

    @ServerExceptionMapper
    public Response rejectedBody(RejectedBody e) {
        return problems.rejected(e.faults(), e.hasMore());
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e) {
        return problems.rejected(Violations.faults(e));
    }

    @ServerExceptionMapper
    public Response mismatched(MismatchedInputException e) {
        return problems.unreadable(List.of(JsonFaults.fault(e)));
    }

    @ServerExceptionMapper
    public Response json(JsonProcessingException e) {
        return problems.unreadable(List.of(JsonFaults.fault(e)));
    }

    @ServerExceptionMapper
    public Response versionMissing(VersionMissing e) {
        return problems.preconditionRequired();
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e) {
        return challenge();
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException e) {
        LOG.debug("A token was refused", e);
        return challenge();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return problems.forbidden("forbidden");
    }

    @ServerExceptionMapper
    public Response actingRefused(ActingRefused e) {
        return problems.forbidden("acting-for-refused");
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e) {
        switch (e.getCause()) {
            case JsonProcessingException json -> {
                return json(json);
            }
            case BadInput parameter
            when !isPath(parameter) -> {
                return badInput(parameter);
            }
            case RejectedBody refused -> {
                return rejectedBody(refused);
            }
            case null, default -> {}
        }
        var original = e.getResponse();
        var status = original.getStatus();
        if (status < 400) {
            return original;
        }
        if (status >= 500) {
            return status == 503 ? problems.unavailable(RETRY_AFTER) : other(e);
        }
        var code = CODES.getOrDefault(status, "bad-request");
        var answer = Response.fromResponse(problems.answer(status, code, Map.of(), List.of()));
        if (original.getHeaderString(HttpHeaders.ALLOW) != null) {
            answer.header(HttpHeaders.ALLOW, original.getHeaderString(HttpHeaders.ALLOW));
        }
        return answer.build();
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(OptimisticLockException e) {
        return problems.conflict("changed-meanwhile");
    }

    @ServerExceptionMapper
    public Response changedMeanwhile(StaleStateException e) {
        return problems.conflict("changed-meanwhile");
    }

    @ServerExceptionMapper
    public Response tooLarge(BodyTooLarge e) {
        var answer = Response.fromResponse(problems.answer(413, "too-large", Map.of(), List.of()));
        var current = exchange.getCurrent();
        // HTTP/2 has no such header, and clients refuse an answer with it (RFC 9113 section 8.2.2).
        return (current != null && current.request().version() == HttpVersion.HTTP_2
                        ? answer
                        : answer.header("Connection", "close"))
                .build();
    }

    @ServerExceptionMapper
    public Response other(Throwable e) {
        if (BodyTooLarge.isBehind(e)) {
            return tooLarge(new BodyTooLarge());
        }
        var unavailable = Unavailability.of(e);
        if (unavailable.isPresent()) {
            LOG.warnf("A request was answered 503: %s", e);
            LOG.debug("Why it was", e);
            return problems.unavailable(unavailable.get().retryAfterSeconds());
        }
        if (SqlCauses.tellOfALostRace(e)) {
            LOG.warnf("Two requests made the same at once, and one was refused: %s", e);
            LOG.debug("Where it was refused", e);
            return problems.conflict("changed-meanwhile");
        }
        if (e instanceof IOException && requestIsIncomplete()) {
            LOG.debugf("The rest of a request did not come: %s", e);
            return problems.unreadable(List.of(BrokenRule.of("validation.body-incomplete", "")));
        }
        if (hasLeft(e)) {
            LOG.debugf("Nobody waited for the rest of an answer: %s", e);
        } else {
            LOG.error("A request failed", e);
        }
        return problems.answer(500, "internal-error", Map.of(), List.of());
    }

    private boolean requestIsIncomplete() {
        var current = exchange.getCurrent();
        return current != null && !current.request().isEnded();
    }

    /** Whether the caller has closed the connection, so that nothing can be written to it. */
    private boolean hasLeft(Throwable e) {
        var current = exchange.getCurrent();
        return e.getCause() instanceof ClosedChannelException
                || (current != null && current.response().closed());
    }

    private static boolean isPath(BadInput parameter) {
        return parameter.faults().stream().allMatch(fault -> fault.pointer().startsWith("path:"));
    }

    private Response challenge() {
        return Response.fromResponse(problems.answer(401, "unauthorized", Map.of(), List.of()))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }
}
