package no.opptrapping.municipality.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.sync.DecideSplits.Broken;
import no.opptrapping.municipality.sync.DecideSplits.Said;
import no.opptrapping.platform.access.AuditLog;

/** Takes a proposal up as a whole: what is registered changes and the world is told, in one transaction. */
@ApplicationScoped
public class AdoptProposal {
    private final Proposals proposals;
    private final Municipalities municipalities;
    private final Map<Source, Synchronisation> synchronisations;
    private final AuditLog auditLog;
    private final Clock clock;

    AdoptProposal(
            Proposals proposals,
            Municipalities municipalities,
            @All List<Synchronisation> synchronisations,
            AuditLog auditLog,
            Clock clock) {
        this.proposals = proposals;
        this.municipalities = municipalities;
        this.synchronisations = synchronisations.stream().collect(toMap(Synchronisation::source, identity()));
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Adopted(Proposal proposal) implements Outcome {}

        record Unknown() implements Outcome {}

        /** It has been adopted, or a later run has replaced it. */
        record NotOpen(Proposal proposal) implements Outcome {}

        /** What is registered has changed since the proposal was made. */
        record Outdated(Proposal proposal) implements Outcome {}

        record Rejected(List<Broken> broken) implements Outcome {}
    }

    /**
     * Adopts.
     *
     * @param said the duty-bearer of each split, and how many people moved where that is known
     * @param by who adopts
     */
    @Transactional
    public Outcome adopt(UUID id, List<Said> said, String by) {
        // The register first, as everybody who changes it does: two who take turns cannot wait for each other.
        municipalities.lock();
        var found = proposals.lock(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var proposal = found.get();
        if (proposal.status() != Proposal.Status.OPEN) {
            return new Outcome.NotOpen(proposal);
        }
        var synchronisation = Optional.ofNullable(synchronisations.get(proposal.source()))
                .orElseThrow(() -> new IllegalStateException("Nothing synchronises " + proposal.source()));
        if (!synchronisation.basis(proposal.differences()).equals(proposal.basis())) {
            return new Outcome.Outdated(proposal);
        }
        var decided = new DecideSplits(proposal.differences()).of(said);
        if (!decided.broken().isEmpty()) {
            return new Outcome.Rejected(decided.broken());
        }
        synchronisation.adopt(proposal.differences(), decided.decisions(), by);
        var adopted = proposal.adopted(clock.instant(), by);
        proposals.put(adopted);
        auditLog.decision(
                "sync-proposal.adopted",
                id.toString(),
                Map.of(
                        "source", proposal.source().code(),
                        "differences", Integer.toString(proposal.differences().size()),
                        "dutyBearers",
                                String.join(
                                        ", ",
                                        decided.decisions().stream()
                                                .map(one -> one.municipality() + ": " + one.dutyBearer())
                                                .toList())));
        return new Outcome.Adopted(adopted);
    }
}
