package no.opptrapping.platform.access;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Records every answer of 403, and of 401 to somebody who showed a token, in the audit log before it is sent. A call
 * without any token is no attempt by anybody, and is only counted.
 */
class DeniedAttempts {
    private static final Logger LOG = Logger.getLogger(DeniedAttempts.class);
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final AuditLog auditLog;
    private final CurrentIdentityAssociation identity;

    DeniedAttempts(AuditLog auditLog, CurrentIdentityAssociation identity) {
        this.auditLog = auditLog;
        this.identity = identity;
    }

    @ServerResponseFilter
    public Uni<Void> record(ContainerRequestContext request, ContainerResponseContext response) {
        var status = response.getStatus();
        var hadToken = request.getHeaderString("Authorization") != null;
        if (status != FORBIDDEN && !(status == UNAUTHORIZED && hadToken)) {
            return Uni.createFrom().voidItem();
        }
        var what = request.getMethod();
        var subject = request.getUriInfo().getRequestUri().getPath();
        var correlationId = (String) MDC.get("correlationId");
        var details = Map.of("status", Integer.toString(status));
        return caller(status)
                .emitOn(Infrastructure.getDefaultExecutor())
                .invoke(caller -> auditLog.denied(caller, what, subject, correlationId, details))
                .onFailure()
                .invoke(failure ->
                        LOG.errorf(failure, "%s %s was denied, but the audit log has no row of it", what, subject))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Caller> caller(int status) {
        return status == UNAUTHORIZED
                ? Uni.createFrom().item(new Caller.Anonymous())
                : identity.getDeferredIdentity().map(DeniedAttempts::caller);
    }

    private static Caller caller(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(CurrentCaller.ATTRIBUTE);
        return caller == null ? new Caller.Anonymous() : caller;
    }
}
