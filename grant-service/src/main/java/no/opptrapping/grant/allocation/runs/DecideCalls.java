package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.DecideApplications;
import no.opptrapping.grant.assessment.AssessedApplication;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.rejections.RejectApplications;
import no.opptrapping.platform.values.Kroner;

/**
 * Decides the calls that an adopted run divides by, or the rounds of them: every submitted application of each, in the
 * adoption's transaction.
 * What stands in the way cannot be confirmed away, because somebody would be decided without having been considered.
 */
@ApplicationScoped
class DecideCalls {
    private final DecideApplications decideApplications;
    private final RejectApplications rejectApplications;
    private final AssessedApplications assessed;

    DecideCalls(
            DecideApplications decideApplications,
            RejectApplications rejectApplications,
            AssessedApplications assessed) {
        this.rejectApplications = rejectApplications;
        this.decideApplications = decideApplications;
        this.assessed = assessed;
    }

    /** What stands in the way. Until the transaction ends the calls and their submitted applications stay as they are. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> hindrance(Handover handover) {
        for (var part : handover.parts()) {
            var found = decideApplications
                    .hindrance(part)
                    .flatMap(DecideCalls::asOutcome)
                    .or(() -> unassessed(part))
                    .or(() -> notAsAssessed(part, handover.decisions(part.call()), handover.asked(part.call())));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** Decides them; empty when it is done. */
    @Transactional(TxType.MANDATORY)
    Optional<AdoptionOutcome> decide(Handover handover) {
        for (var part : handover.parts()) {
            var call = part.call();
            var outcome = decideApplications.decide(
                    part,
                    handover.decisions(call),
                    handover.run().id().value(),
                    handover.adoption().by());
            if (outcome instanceof DecideApplications.Outcome.Decided(var approved, var rejected)) {
                rejectApplications.of(
                        part,
                        rejected,
                        handover.run().id().value(),
                        handover.adoption().at());
            } else {
                return asOutcome(outcome);
            }
        }
        return Optional.empty();
    }

    private static Optional<AdoptionOutcome> asOutcome(DecideApplications.Outcome outcome) {
        return switch (outcome) {
            case DecideApplications.Outcome.Decided decided -> Optional.empty();
            case DecideApplications.Outcome.NotAsAssumed(var applications) ->
                Optional.of(new AdoptionOutcome.ApplicationsChanged(applications));
            case DecideApplications.Outcome.CallNotOver(var call, var deadline) ->
                Optional.of(new AdoptionOutcome.CallNotOver(call, deadline));
            case DecideApplications.Outcome.CallNotAnnounced(var call) ->
                Optional.of(new AdoptionOutcome.CallNotAnnounced(call));
            case DecideApplications.Outcome.CallCancelled(var call) ->
                Optional.of(new AdoptionOutcome.CallCancelled(call));
            case DecideApplications.Outcome.CallAlreadyDecided(var call) ->
                Optional.of(new AdoptionOutcome.CallAlreadyDecided(call));
            case DecideApplications.Outcome.NoSuchPart(var part) ->
                Optional.of(new AdoptionOutcome.RoundsChanged(part.call()));
            case DecideApplications.Outcome.PartDecided(var part) ->
                Optional.of(new AdoptionOutcome.PartAlreadyDecided(part));
            case DecideApplications.Outcome.EarlierRoundWaits(var part, var earlier) ->
                Optional.of(new AdoptionOutcome.EarlierRoundWaits(part, earlier));
        };
    }

    private Optional<AdoptionOutcome> unassessed(CallPart part) {
        var waiting = assessed.waiting(part);
        return waiting.isEmpty() ? Optional.empty() : Optional.of(new AdoptionOutcome.NotAssessed(waiting));
    }

    /**
     * The run must have considered just those that are recommended now, asking for what they ask for now, and may give
     * nobody more than what it is assessed at now.
     */
    private Optional<AdoptionOutcome> notAsAssessed(
            CallPart part, Map<ApplicationId, Kroner> amounts, Map<ApplicationId, Kroner> asked) {
        var ready = assessed.readyFor(part).stream()
                .collect(Collectors.toMap(AssessedApplication::id, Function.identity()));
        var all = new LinkedHashSet<>(ready.keySet());
        all.addAll(amounts.keySet());
        var changed = new ArrayList<ApplicationId>();
        for (var id : all) {
            var application = ready.get(id);
            var amount = amounts.get(id);
            if (application == null
                    || amount == null
                    || amount.compareTo(application.assessed()) > 0
                    || !application.asked().equals(asked.get(id))) {
                changed.add(id);
            }
        }
        return changed.isEmpty() ? Optional.empty() : Optional.of(new AdoptionOutcome.ApplicationsChanged(changed));
    }
}
