package no.opptrapping.grant.trace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.grant.ledger.Ledger;

/** Follows the money of one award, for whoever may see the award. */
@ApplicationScoped
public class SeeTrace {
    /** The way of an award's money: what happened, and where it is now. */
    public record Trace(Award award, List<TraceStep> steps, MoneyFlow flow) {
        public Trace {
            steps = List.copyOf(steps);
        }
    }

    private final SeeAwards seeAwards;
    private final TraceFacts facts;
    private final Ledger ledger;

    SeeTrace(SeeAwards seeAwards, TraceFacts facts, Ledger ledger) {
        this.seeAwards = seeAwards;
        this.facts = facts;
        this.ledger = ledger;
    }

    /** The trace, or empty when there is no such award or the caller may not see it. */
    @Transactional
    public Optional<Trace> find(AwardId id) {
        return seeAwards
                .find(id)
                .map(award -> new Trace(award, facts.steps(id), MoneyFlow.of(ledger.standingsOf(id.value()))));
    }
}
