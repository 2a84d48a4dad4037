package no.opptrapping.grant.allocation.explanations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.OwnRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.awards.DutyBearers;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.CallingMunicipality;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Shows an explanation: to people of the administration all of it, to a county governor's those of the counties; to a municipality, or who acts for it, what it or one
 * that it answers for gets of an adopted run, and of a joint application's host what concerns that application.
 */
@ApplicationScoped
public class SeeExplanation {
    /** What became of the question. */
    public sealed interface Outcome {
        /** The explanation, and the run that it is of. */
        record Explained(ComputedRun run, Explanation explanation) implements Outcome {}

        /** There is none, or it is not the caller's business. */
        record Unknown() implements Outcome {}

        /** The engine no longer gives what the run showed. */
        record NotReproducible() implements Outcome {}
    }

    private final AllocationRuns runs;
    private final OwnRuns ownRuns;
    private final ExplainAllocation explainAllocation;
    private final AssessedApplications assessed;
    private final CallingMunicipality calling;
    private final CallerSight sight;
    private final DutyBearers dutyBearers;
    private final Clock clock;

    SeeExplanation(
            AllocationRuns runs,
            OwnRuns ownRuns,
            ExplainAllocation explainAllocation,
            AssessedApplications assessed,
            CallingMunicipality calling,
            CallerSight sight,
            DutyBearers dutyBearers,
            Clock clock) {
        this.runs = runs;
        this.ownRuns = ownRuns;
        this.explainAllocation = explainAllocation;
        this.assessed = assessed;
        this.calling = calling;
        this.sight = sight;
        this.dutyBearers = dutyBearers;
        this.clock = clock;
    }

    @Transactional
    public Outcome see(RunId id, MunicipalityNumber number, Caller caller) {
        var run = runs.find(id).filter(one -> !(caller instanceof Caller.Staff) || ownRuns.mayKnow(one));
        if (run.isEmpty()) {
            return new Outcome.Unknown();
        }
        var computed = ComputedRun.of(run.get());
        if (computed.isEmpty()) {
            return new Outcome.NotReproducible();
        }
        return explained(computed.get(), number, caller)
                .<Outcome>map(explanation -> new Outcome.Explained(computed.get(), explanation))
                .orElseGet(Outcome.Unknown::new);
    }

    private Optional<Explanation> explained(ComputedRun run, MunicipalityNumber number, Caller caller) {
        return switch (caller) {
            case Caller.Staff staff ->
                sight.get().only().isEmpty() || identities(run, number).stream().anyMatch(sight.get()::covers)
                        ? all(run, number)
                        : Optional.empty();
            case Caller.Organisation organisation ->
                run.run().isAdopted() ? calling.get().flatMap(own -> explainedTo(own, run, number)) : Optional.empty();
            case Caller.Anonymous anonymous -> Optional.empty();
        };
    }

    private Optional<Explanation> all(ComputedRun run, MunicipalityNumber number) {
        var identities = identities(run, number);
        var refused = identities.isEmpty()
                ? List.<AssessedApplications.NotInRun>of()
                : run.inputs().parameters().parts().stream()
                        .flatMap(part -> assessed.notRecommended(part, identities).stream())
                        .toList();
        return explainAllocation.explain(run, number, refused);
    }

    private Optional<Explanation> explainedTo(KnownMunicipality own, ComputedRun run, MunicipalityNumber number) {
        if (identities(run, number).stream().anyMatch(one -> answersFor(own, one))) {
            return all(run, number);
        }
        var shared = new HashSet<String>();
        run.inputs().applications().stream()
                .filter(application -> application.number().equals(number.value())
                        && application.participants().stream()
                                .anyMatch(one -> answersFor(own, identity(one.municipality()))))
                .map(RunInputs.Application::reference)
                .forEach(shared::add);
        run.inputs().promised().stream()
                .filter(promise -> promise.number().equals(number.value())
                        && promise.participants().stream()
                                .anyMatch(one -> answersFor(own, identity(one.municipality()))))
                .map(RunInputs.Commitment::reference)
                .forEach(shared::add);
        return shared.isEmpty() ? Optional.empty() : explainAllocation.explainOnly(run, number, shared);
    }

    /** Who the number is in the run: the municipality of its structure, and those that applied under it. */
    private static Set<MunicipalityId> identities(ComputedRun run, MunicipalityNumber number) {
        var identities = new HashSet<MunicipalityId>();
        run.municipality(number).map(RunInputs.Municipality::identity).ifPresent(identities::add);
        Stream.concat(
                        run.inputs().applications().stream()
                                .filter(one -> one.number().equals(number.value()))
                                .map(RunInputs.Application::municipality),
                        run.inputs().promised().stream()
                                .filter(one -> one.number().equals(number.value()))
                                .map(RunInputs.Commitment::municipality))
                .map(SeeExplanation::identity)
                .forEach(identities::add);
        return identities;
    }

    private boolean answersFor(KnownMunicipality own, MunicipalityId there) {
        return dutyBearers.answersFor(own.id(), there, BusinessDates.today(clock));
    }

    private static MunicipalityId identity(String id) {
        return new MunicipalityId(UUID.fromString(id));
    }
}
