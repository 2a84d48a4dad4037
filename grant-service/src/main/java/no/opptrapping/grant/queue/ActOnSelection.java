package no.opptrapping.grant.queue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessApplication;
import no.opptrapping.grant.assessment.GeneralJudgement;
import no.opptrapping.grant.cases.MoveCase;
import no.opptrapping.grant.impartiality.Disqualified;
import no.opptrapping.platform.access.Caller;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Does the same with each of a selection of cases, each in a transaction of its own, and says of each what became of it:
 * one that cannot be done stops none of the others.
 */
@ApplicationScoped
public class ActOnSelection {
    private static final Logger LOG = Logger.getLogger(ActOnSelection.class);

    /** What is done with each. */
    public sealed interface Act {
        /** Takes it. */
        record Take() implements Act {}

        /** Gives it to a named person. */
        record HandOver(String to, String reason) implements Act {}

        /** Lets go of it. */
        record Release(Optional<String> reason) implements Act {}

        /** Assesses it in the same words as the others. */
        record Assess(GeneralJudgement judgement) implements Act {}
    }

    /** What became of one of them. */
    public sealed interface Result {
        /** What became of taking, handing over or releasing it. */
        record OfMove(MoveCase.Outcome outcome) implements Result {}

        /** What became of assessing it. */
        record OfAssessment(AssessApplication.Outcome outcome) implements Result {}

        /** The caller is disqualified in its scheme. */
        record OfDisqualified() implements Result {}

        /** It could not be tried now; nothing of it is done. */
        record OfFailure() implements Result {}
    }

    private final MoveCase moveCase;
    private final AssessApplication assessApplication;
    private final Semaphore places;

    ActOnSelection(
            MoveCase moveCase,
            AssessApplication assessApplication,
            @ConfigProperty(name = "opptrapping.queue.selections-at-once") int atOnce) {
        this.moveCase = moveCase;
        this.assessApplication = assessApplication;
        // Each holds a connection while its cases use another: never all of the pool.
        this.places = new Semaphore(atOnce);
    }

    /** What became of each, in the order of the selection; empty when too many selections are being done at present. */
    public Optional<Map<ApplicationId, Result>> act(List<ApplicationId> selection, Act act, Caller.Staff by) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            var results = new LinkedHashMap<ApplicationId, Result>();
            selection.forEach(id -> results.put(id, one(id, doing(act, by))));
            return Optional.of(results);
        } finally {
            places.release();
        }
    }

    private Function<ApplicationId, Result> doing(Act act, Caller.Staff by) {
        return switch (act) {
            case Act.Take() -> id -> new Result.OfMove(moveCase.take(id, by));
            case Act.HandOver(var to, var reason) -> id -> new Result.OfMove(moveCase.handOver(id, to, reason, by));
            case Act.Release(var reason) -> id -> new Result.OfMove(moveCase.release(id, reason, by));
            case Act.Assess(var judgement) ->
                id -> new Result.OfAssessment(assessApplication.assess(id, judgement, by.subject()));
        };
    }

    private static Result one(ApplicationId id, Function<ApplicationId, Result> act) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> act.apply(id));
        } catch (Disqualified disqualified) {
            return new Result.OfDisqualified();
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The case of application %s could not be done with the others", id);
            return new Result.OfFailure();
        }
    }
}
