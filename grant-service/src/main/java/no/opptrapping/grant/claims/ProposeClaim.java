package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.values.Kroner;

/** Proposes what is to be claimed; zero: nothing. What is proposed can be changed until the municipality has notice of it. */
@ApplicationScoped
public class ProposeClaim {
    /**
     * What is proposed.
     *
     * @param by the subject of the person
     */
    public record Command(ClaimId id, Kroner amount, String reason, String by) {}

    private final ActOnClaim act;
    private final KeepClaim keep;
    private final AuditLog audit;
    private final Clock clock;

    ProposeClaim(ActOnClaim act, KeepClaim keep, AuditLog audit, Clock clock) {
        this.act = act;
        this.keep = keep;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public ClaimOutcome propose(Command command) {
        return switch (act.begin(command.id(), Act.PROPOSE)) {
            case ActOnClaim.Start.Unknown() -> new ClaimOutcome.Unknown();
            case ActOnClaim.Start.NotNow(var code, var state) -> new ClaimOutcome.NotNow(code, state);
            case ActOnClaim.Start.Possible(var found) -> propose(found, command);
        };
    }

    private ClaimOutcome propose(LockClaim.Locked found, Command command) {
        var broken = ClaimRules.brokenBy(found, command.amount());
        if (!broken.isEmpty()) {
            return new ClaimOutcome.Refused(broken);
        }
        var before = found.claim();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var proposed = before.proposed(
                new Claim.Word(command.amount(), command.reason().strip(), command.by(), now));
        ClaimLifecycle.TABLE.follow(before.state(), Act.PROPOSE, proposed.state());
        var after = keep.keep(before, proposed, found.award());
        audit.decision(
                "claim.proposed",
                before.id().toString(),
                Map.of("amount", command.amount().toString()));
        return new ClaimOutcome.Done(after);
    }
}
