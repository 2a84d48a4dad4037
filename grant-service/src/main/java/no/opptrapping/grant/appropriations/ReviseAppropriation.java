package no.opptrapping.grant.appropriations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Revises an appropriation up or down, never below what is already given from it. */
@ApplicationScoped
public class ReviseAppropriation {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is revised and the ledger has the change. */
        record Revised(Appropriation appropriation) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such appropriation. */
        record UnknownAppropriation() implements Outcome {}
    }

    private final Appropriations appropriations;
    private final Ledger ledger;
    private final AuditLog audit;
    private final Clock clock;

    ReviseAppropriation(Appropriations appropriations, Ledger ledger, AuditLog audit, Clock clock) {
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Revises it.
     *
     * @param change what is added, or taken away when negative; not zero
     */
    @Transactional
    public Outcome revise(AppropriationId id, Kroner change, String reason, String by) {
        var found = appropriations.find(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownAppropriation();
        }
        if (change.isZero()) {
            return new Outcome.Refused(List.of(BrokenRule.of("appropriation.change-zero", "/amount")));
        }
        var available = ledger.lockAvailable(found.get().scheme(), found.get().year());
        // Read again under the lock: somebody else may have revised it meanwhile.
        var appropriation = appropriations.find(id).orElseThrow();
        var revised = appropriation.revised().plus(change);
        if (available.plus(change).isNegative()) {
            return new Outcome.Refused(List.of(BrokenRule.of(
                    "appropriation.below-awarded",
                    "/amount",
                    "revised",
                    revised,
                    "awarded",
                    appropriation.revised().minus(available))));
        }
        return revised(appropriation, change, reason, by);
    }

    private Outcome revised(Appropriation before, Kroner change, String reason, String by) {
        var revision = new Appropriation.Revision(
                UUID.randomUUID(), change, reason, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        var revisions =
                Stream.concat(before.revisions().stream(), Stream.of(revision)).toList();
        appropriations.add(before.id(), revisions.size(), revision);
        ledger.post(Posting.revised(before.scheme(), before.year(), revision.id(), change, by, revision.madeAt()));
        audit.decision("appropriation.revised", before.id().toString(), Map.of("change", change.toString()));
        return new Outcome.Revised(new Appropriation(
                before.id(),
                before.scheme(),
                before.year(),
                before.adopted(),
                before.source(),
                before.incorporatedFrom(),
                revisions,
                before.madeBy(),
                before.madeAt()));
    }
}
