package no.opptrapping.platform.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Who decided what, and who was denied what. Rows can only be added: the application's database role may neither change
 * nor delete them. What is done without a request is done by the system.
 */
@ApplicationScoped
public class AuditLog {
    private static final String SYSTEM = "system";

    private final PlainSql sql;
    private final CurrentCaller caller;
    private final CurrentVertxRequest request;
    private final Denials denials;
    private final ObjectMapper mapper;
    private final Clock clock;

    AuditLog(
            PlainSql sql,
            CurrentCaller caller,
            CurrentVertxRequest request,
            Denials denials,
            ObjectMapper mapper,
            Clock clock) {
        this.sql = sql;
        this.caller = caller;
        this.request = request;
        this.denials = denials;
        this.mapper = mapper;
        this.clock = clock;
    }

    /**
     * Records a decision in the decision's own transaction, so that neither exists without the other.
     *
     * @param what the act, for example <code>allocation-run.adopted</code>
     * @param subject what it was done to, for example the run's id
     * @param details what a reader needs to understand it, without personal data
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decision(String what, String subject, Map<String, String> details) {
        add("decision", actor(), what, subject, correlationId(), details);
    }

    /** Records a denied attempt when the request is answered, after whatever transaction it was denied in. */
    public void denied(String what, String subject, Map<String, String> details) {
        var denial = new Denials.Denial(what, subject, details);
        if (isRequest()) {
            denials.add(denial);
        } else {
            QuarkusTransaction.requiringNew()
                    .run(() -> add("denied", Optional.empty(), what, subject, correlationId(), details));
        }
    }

    /** Records what a caller was denied, on a thread that does not carry the request. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void denied(Caller by, List<Denials.Denial> all, @Nullable String correlationId) {
        all.forEach(one -> add("denied", Optional.of(by), one.what(), one.subject(), correlationId, one.details()));
    }

    private void add(
            String kind,
            Optional<Caller> actor,
            String what,
            String subject,
            @Nullable String correlationId,
            Map<String, String> details) {
        sql.update(
                """
                insert into audit_entry
                  (at, recorded_at, kind, what, subject, actor, supplier, correlation_id, details)
                values (?, now(), ?, ?, ?, ?, ?, ?, ?::jsonb)
                """,
                clock.instant(),
                kind,
                AuditText.of(what),
                AuditText.of(subject),
                AuditText.of(actor.map(Caller::name).orElse(SYSTEM)),
                actor.flatMap(AuditLog::supplier).map(OrganisationNumber::value).orElse(null),
                correlationId == null ? null : AuditText.of(correlationId),
                json(written(details, actor)));
    }

    private String json(Map<String, String> details) {
        try {
            return mapper.writeValueAsString(details);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> written(Map<String, String> details, Optional<Caller> actor) {
        var written = new HashMap<String, String>();
        details.forEach((name, value) -> written.put(name, AuditText.of(value)));
        actor.flatMap(AuditLog::system).ifPresent(system -> written.put("system", AuditText.of(system)));
        return written;
    }

    private static @Nullable String correlationId() {
        return (String) MDC.get("correlationId");
    }

    private Optional<Caller> actor() {
        return isRequest() ? Optional.of(caller.get()) : Optional.empty();
    }

    private boolean isRequest() {
        return Arc.container().requestContext().isActive() && request.getCurrent() != null;
    }

    private static Optional<OrganisationNumber> supplier(Caller caller) {
        return caller instanceof Caller.Organisation organisation ? organisation.supplier() : Optional.empty();
    }

    private static Optional<String> system(Caller caller) {
        return caller instanceof Caller.Organisation organisation ? organisation.system() : Optional.empty();
    }
}
