package no.opptrapping.grant.appropriations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/** Approves, as a second person, what somebody has proposed to appropriate or to revise, and posts the money. */
@ApplicationScoped
public class ApproveAppropriation {
    /** What became of it. */
    public sealed interface Outcome {
        /** It holds, and the ledger has it. */
        record Approved(Appropriation appropriation) implements Outcome {}

        /** The person proposed it, and a second one must approve. */
        record ProposedBySamePerson() implements Outcome {}

        /** It was approved before, or the year has another appropriation. */
        record ApprovedBefore(AppropriationId id) implements Outcome {}

        /** A revision waits for its appropriation. */
        record NotApproved() implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such proposal. */
        record Unknown() implements Outcome {}
    }

    private final Appropriations appropriations;
    private final Ledger ledger;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ApproveAppropriation(
            Appropriations appropriations, Ledger ledger, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Approves a proposed appropriation. */
    @Transactional
    public Outcome approve(AppropriationId id, String by) {
        return appropriations.find(id).map(proposed -> approve(proposed, by)).orElseGet(Outcome.Unknown::new);
    }

    private Outcome approve(Appropriation proposed, String by) {
        impartiality.require("appropriation.approved", proposed.scheme());
        if (proposed.madeBy().equals(by)) {
            return samePerson("appropriation.approved", proposed.id());
        }
        // The ledger's lock on the scheme's year lets one approval through at a time.
        var _ = ledger.lockAvailable(proposed.scheme(), proposed.year());
        var before = appropriations.of(proposed.scheme(), proposed.year());
        if (before.isPresent()) {
            return new Outcome.ApprovedBefore(before.get().id());
        }
        var approval = approval(by);
        appropriations.approve(proposed, approval);
        ledger.post(Posting.appropriated(
                proposed.scheme(), proposed.year(), proposed.id().value(), proposed.adopted(), by, approval.at()));
        audit.decision(
                "appropriation.approved",
                proposed.id().toString(),
                Map.of("amount", proposed.adopted().toString()));
        return approved(proposed.id());
    }

    /** Approves a proposed revision. */
    @Transactional
    public Outcome approve(AppropriationId id, UUID revision, String by) {
        var found = appropriations.find(id);
        if (found.flatMap(one -> one.revision(revision)).isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("appropriation.revised", found.get().scheme());
        var available = ledger.lockAvailable(found.get().scheme(), found.get().year());
        // Read again under the lock: somebody else may have approved it meanwhile.
        var appropriation = appropriations.find(id).orElseThrow();
        var proposed = appropriation.revision(revision).orElseThrow();
        if (proposed.madeBy().equals(by)) {
            return samePerson("appropriation.revised", id);
        }
        if (proposed.isApproved()) {
            return new Outcome.ApprovedBefore(id);
        }
        if (appropriation.approval().isEmpty()) {
            return new Outcome.NotApproved();
        }
        var broken = ReviseAppropriation.belowAwarded(appropriation, available, proposed.change());
        if (broken.isPresent()) {
            return new Outcome.Refused(List.of(broken.get()));
        }
        var approval = approval(by);
        appropriations.approve(proposed, approval);
        ledger.post(Posting.revised(
                appropriation.scheme(), appropriation.year(), revision, proposed.change(), by, approval.at()));
        audit.decision(
                "appropriation.revised",
                id.toString(),
                Map.of("change", proposed.change().toString()));
        return approved(id);
    }

    private Outcome approved(AppropriationId id) {
        return new Outcome.Approved(appropriations.find(id).orElseThrow());
    }

    private Outcome samePerson(String what, AppropriationId id) {
        audit.denied(what, id.toString(), Map.of("reason", "proposed by the same person"));
        return new Outcome.ProposedBySamePerson();
    }

    private Appropriation.Approval approval(String by) {
        return new Appropriation.Approval(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
