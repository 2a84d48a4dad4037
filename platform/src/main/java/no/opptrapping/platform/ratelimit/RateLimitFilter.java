package no.opptrapping.platform.ratelimit;

import io.github.bucket4j.TimeMeter;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.ratelimit.Allowances.Use;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Answers 429 to a caller that has used up its minute, and tells every caller how much is left (IETF draft RateLimit
 * header fields for HTTP). Who has said who it is is known by its organisation or name, others by their address.
 */
class RateLimitFilter {
    private static final String USE = "opptrapping.rate-limit.use";

    private final RateLimits limits;
    private final Allowances allowances;
    private final CurrentIdentityAssociation identity;
    private final CurrentVertxRequest exchange;
    private final Problems problems;

    RateLimitFilter(
            RateLimits limits, CurrentIdentityAssociation identity, CurrentVertxRequest exchange, Problems problems) {
        this.limits = limits;
        this.allowances = new Allowances(limits.callers(), TimeMeter.SYSTEM_MILLISECONDS);
        this.identity = identity;
        this.exchange = exchange;
        this.problems = problems;
    }

    @ServerRequestFilter
    public @Nullable Response admit(ContainerRequestContext request) {
        if (!limits.enabled()) {
            return null;
        }
        var use = use(caller());
        request.setProperty(USE, use);
        return use.isAllowed() ? null : problems.tooMany(use.retryAfterSeconds());
    }

    /** A token that is refused, which the resource will say, makes nobody of its bearer. */
    private Caller caller() {
        return identity.getDeferredIdentity()
                .map(CurrentCaller::of)
                .onFailure()
                .recoverWithItem(new Caller.Anonymous())
                .await()
                .indefinitely();
    }

    @ServerResponseFilter
    public void tell(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(USE) instanceof Use use) {
            response.getHeaders().putSingle("RateLimit-Policy", "\"minute\";q=" + use.limit() + ";w=60");
            response.getHeaders().putSingle("RateLimit", "\"minute\";r=" + use.left() + ";t=" + use.fullAfterSeconds());
        }
    }

    private Use use(Caller caller) {
        return switch (caller) {
            case Caller.Organisation organisation -> allowances.use(organisation.name(), limits.organisation());
            case Caller.Staff staff -> allowances.use(staff.name(), limits.staff());
            case Caller.Anonymous() -> allowances.use("address:" + address(), limits.anonymous());
        };
    }

    private String address() {
        var from = exchange.getCurrent().request().remoteAddress();
        return from == null || from.hostAddress() == null ? "unknown" : from.hostAddress();
    }
}
