package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** What a run may divide of a call that is decided in rounds. */
@ApplicationScoped
public class RoundLimits {
    private final Calls calls;
    private final Applications applications;

    RoundLimits(Calls calls, Applications applications) {
        this.calls = calls;
        this.applications = applications;
    }

    /**
     * The most that a run by the parameters may give, commitments of earlier years aside; empty without a round. A correction
     * may give what its applications have been given, and what no later round has taken.
     */
    public Optional<Kroner> of(RunParameters parameters, Basis basis) {
        return parameters.parts().stream()
                .flatMap(part -> calls
                        .find(part.call())
                        .flatMap(call -> limit(call, part).map(left -> left.plus(given(call, basis))))
                        .stream())
                .findFirst();
    }

    /** What is decided of the applications of the run that is corrected. */
    private Kroner given(Call call, Basis basis) {
        if (!(basis instanceof Basis.Corrected corrected)) {
            return Kroner.ZERO;
        }
        var divided = corrected.inputs().applications().stream()
                .map(RunInputs.Application::id)
                .collect(Collectors.toSet());
        return Kroner.sum(applications.applied(call.id()).stream()
                .filter(one -> divided.contains(one.id().toString()))
                .flatMap(one -> one.decision().stream())
                .map(Application.Decision::awarded)
                .toList());
    }

    private Optional<Kroner> limit(Call call, CallPart part) {
        return part.round()
                .filter(round -> call.parts().round(round).isPresent())
                .map(round -> call.parts()
                        .limit(
                                round,
                                call.budget(),
                                applications.figures(call.id()).awarded()));
    }

    /** A refusal of a round that the call does not have or that has been decided, or of none where it has rounds. */
    static List<BrokenRule> brokenBy(Call call, CallPart part, Scopes scopes, String pointer) {
        var parts = call.parts();
        if (!parts.has(part.round())) {
            return List.of(
                    part.round().isEmpty()
                            ? BrokenRule.of(
                                    "allocation.round-named",
                                    pointer,
                                    "rounds",
                                    parts.rounds().size())
                            : BrokenRule.of(
                                    "allocation.round-of-the-call",
                                    pointer,
                                    "rounds",
                                    parts.rounds().size()));
        }
        return part.round()
                .filter(_ -> scopes.isDecided(call, part))
                .map(round -> List.of(BrokenRule.of("allocation.round-undecided", pointer, "round", round)))
                .orElseGet(List::of);
    }
}
