package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.values.Kroner;

/**
 * Corrects what decided applications are awarded, in the transaction of what changes their awards: one that was rejected and
 * now gets money is approved, and one that has no valid award any more is rejected. What was decided before stands in the audit log.
 */
@ApplicationScoped
public class CorrectDecisions {
    private final Applications applications;
    private final Outbox outbox;
    private final AuditLog audit;

    CorrectDecisions(Applications applications, Outbox outbox, AuditLog audit) {
        this.applications = applications;
        this.outbox = outbox;
        this.audit = audit;
    }

    /**
     * Corrects them.
     *
     * @param awarded what the valid awards of each come to now; zero: it is rejected
     * @return those that are rejected now and were not before, by their calls
     * @throws IllegalArgumentException when one of them has not been decided
     */
    @Transactional(TxType.MANDATORY)
    public Map<CallId, List<ApplicationId>> correct(Map<ApplicationId, Kroner> awarded, String by, Instant at) {
        var corrected = new ArrayList<Application>();
        var rejected = new LinkedHashMap<CallId, List<ApplicationId>>();
        var ordered = new TreeMap<String, ApplicationId>();
        awarded.keySet().forEach(id -> ordered.put(id.toString(), id));
        for (var id : ordered.values()) {
            var application = applications
                    .lock(id)
                    .filter(one -> one.decision().isPresent())
                    .orElseThrow(() -> new IllegalArgumentException("Not decided: " + id));
            var decision = application.decision().orElseThrow();
            var before = decision.awarded();
            var after = awarded.getOrDefault(id, Kroner.ZERO);
            corrected.add(application.decided(new Application.Decision(at, by, after, decision.round())));
            if (before.isPositive() && after.isZero()) {
                rejected.computeIfAbsent(application.call(), _ -> new ArrayList<>())
                        .add(id);
            }
            audit.decision(
                    "application.decision-corrected",
                    id.toString(),
                    Map.of("before", before.toString(), "after", after.toString()));
        }
        corrected.forEach(applications::change);
        outbox.append(corrected.stream().map(ApplicationV1::of).toList());
        return rejected;
    }
}
