package no.opptrapping.grant.dispensations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/** Enters an outage of ours in the log, and proposes to everybody whom it hit that they may apply later. */
@ApplicationScoped
public class RegisterOutage {
    /** When it was, what could not be used, and until when those whom it hit may apply. */
    public record Command(Instant from, Instant to, String what, Instant until) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is in the log, and each dispensation waits for a second person. */
        record Registered(Outage outage) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final Dispensations dispensations;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    RegisterOutage(Dispensations dispensations, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.dispensations = dispensations;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome register(Command command, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var broken = brokenBy(command, now);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var hits = dispensations.hitBy(command.from(), command.to(), command.until());
        hits.stream()
                .map(Dispensations.Hit::scheme)
                .distinct()
                .forEach(scheme -> impartiality.require("outage.registered", scheme));
        var id = UUID.randomUUID();
        var open = new Outage(id, command.from(), command.to(), command.what(), hits.size(), by, now);
        dispensations.add(open);
        hits.forEach(hit -> dispensations.add(proposal(hit, open, command.until())));
        audit.decision("outage.registered", id.toString(), Map.of("proposed", Integer.toString(hits.size())));
        return new Outcome.Registered(open);
    }

    private static Dispensation proposal(Dispensations.Hit hit, Outage outage, Instant until) {
        return new Dispensation(
                DispensationId.random(),
                hit.call(),
                hit.scheme(),
                hit.municipality(),
                until,
                outage.what(),
                Optional.of(outage.id()),
                outage.by(),
                outage.at(),
                Optional.empty());
    }

    private static List<BrokenRule> brokenBy(Command command, Instant now) {
        var broken = new ArrayList<BrokenRule>();
        if (!command.from().isBefore(command.to())) {
            broken.add(BrokenRule.of("outage.ends-before-it-begins", "/to"));
        }
        if (command.to().isAfter(now)) {
            broken.add(BrokenRule.of("outage.not-over", "/to"));
        }
        if (!command.until().isAfter(now)) {
            broken.add(BrokenRule.of("dispensation.until-not-later", "/until"));
        }
        return broken;
    }
}
