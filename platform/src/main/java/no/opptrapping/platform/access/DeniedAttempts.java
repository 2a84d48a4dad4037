package no.opptrapping.platform.access;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Records in the audit log, before the answer is sent and after all transactions, what somebody was denied: what the
 * operation has said of it, else every answer of 403. Who has not said who they are, or not proved it, cannot be named
 * in a log that is never cleared: such calls are only counted.
 */
class DeniedAttempts {
    /** How many calls were refused because nobody had proved who calls. */
    static final String UNAUTHENTICATED = "opptrapping.access.unauthenticated";

    private static final Logger LOG = Logger.getLogger(DeniedAttempts.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final AuditLog auditLog;
    private final Denials denials;
    private final CurrentIdentityAssociation identity;
    private final MeterRegistry metrics;

    DeniedAttempts(AuditLog auditLog, Denials denials, CurrentIdentityAssociation identity, MeterRegistry metrics) {
        this.auditLog = auditLog;
        this.denials = denials;
        this.identity = identity;
        this.metrics = metrics;
    }

    @ServerResponseFilter
    public Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response) {
        var status = response.getStatus();
        if (status == UNAUTHORIZED) {
            count(status);
            return Uni.createFrom().voidItem();
        }
        var said = denials.take();
        if (said.isEmpty() && status != FORBIDDEN) {
            return Uni.createFrom().voidItem();
        }
        var denied = said.isEmpty() ? List.of(refused(request, status)) : said;
        var correlationId = (String) MDC.get("correlationId");
        return identity.getDeferredIdentity()
                .map(DeniedAttempts::caller)
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(caller -> {
                    if (caller instanceof Caller.Anonymous) {
                        count(status);
                    } else {
                        auditLog.denied(caller, denied, correlationId);
                    }
                })
                .onFailure()
                .invoke(failure -> LOG.errorf(failure, "The audit log has no row of what was denied: %s", denied))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void count(int status) {
        metrics.counter(UNAUTHENTICATED, "status", Integer.toString(status)).increment();
    }

    private static Denials.Denial refused(ContainerRequestContext request, int status) {
        return new Denials.Denial(
                request.getMethod(),
                request.getUriInfo().getRequestUri().getRawPath(),
                Map.of("status", Integer.toString(status)));
    }

    private static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
        return caller == null ? new Caller.Anonymous() : caller;
    }
}
