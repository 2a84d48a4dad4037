package no.opptrapping.grant.appropriations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Proposes to revise an appropriation up or down, never below what is already given from it; a second person approves. */
@ApplicationScoped
public class ReviseAppropriation {
    /** What became of it. */
    public sealed interface Outcome {
        /** The change waits for another person's approval. */
        record Revised(Appropriation appropriation) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The appropriation is a proposal itself. */
        record NotApproved() implements Outcome {}

        /** There is no such appropriation. */
        record UnknownAppropriation() implements Outcome {}
    }

    private final Appropriations appropriations;
    private final Ledger ledger;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ReviseAppropriation(
            Appropriations appropriations, Ledger ledger, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Proposes it.
     *
     * @param change what is added, or taken away when negative; not zero
     */
    @Transactional
    public Outcome revise(AppropriationId id, Kroner change, String reason, String by) {
        var found = appropriations.find(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownAppropriation();
        }
        impartiality.require("appropriation.revision-proposed", found.get().scheme());
        if (found.get().approval().isEmpty()) {
            return new Outcome.NotApproved();
        }
        if (change.isZero()) {
            return new Outcome.Refused(List.of(BrokenRule.of("appropriation.change-zero", "/amount")));
        }
        var available = ledger.lockAvailable(found.get().scheme(), found.get().year());
        // Read again under the lock: somebody else may have revised it meanwhile.
        var appropriation = appropriations.find(id).orElseThrow();
        var broken = belowAwarded(appropriation, available, change);
        if (broken.isPresent()) {
            return new Outcome.Refused(List.of(broken.get()));
        }
        return revised(appropriation, change, reason, by);
    }

    /** What is given already sets the limit of a change downwards. */
    static Optional<BrokenRule> belowAwarded(Appropriation appropriation, Kroner available, Kroner change) {
        return available.plus(change).isNegative()
                ? Optional.of(BrokenRule.of(
                        "appropriation.below-awarded",
                        "/amount",
                        "revised",
                        appropriation.revised().plus(change),
                        "awarded",
                        appropriation.revised().minus(available)))
                : Optional.empty();
    }

    private Outcome revised(Appropriation before, Kroner change, String reason, String by) {
        var revision = new Appropriation.Revision(
                UUID.randomUUID(),
                change,
                reason,
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        appropriations.add(before.id(), before.revisions().size() + 1, revision);
        audit.decision("appropriation.revision-proposed", before.id().toString(), Map.of("change", change.toString()));
        return new Outcome.Revised(appropriations.find(before.id()).orElseThrow());
    }
}
