package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.runs.OtherRuns.OtherRun;
import no.opptrapping.grant.applications.Scopes;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;

/** Says of a simulated run what would stand in the way if it were adopted now. */
@ApplicationScoped
public class WarnOfRun {
    private final Calls calls;
    private final Scopes scopes;
    private final Clock clock;

    WarnOfRun(Calls calls, Scopes scopes, Clock clock) {
        this.calls = calls;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** A warning: the code of its text, and what the text names. */
    public record Warning(String code, Map<String, Object> arguments) {}

    /** The warnings; none of a run that has been adopted. */
    @Transactional
    public List<Warning> of(AllocationRun run, List<OtherRun> others) {
        var warnings = new ArrayList<Warning>();
        if (run.isAdopted()) {
            return warnings;
        }
        run.readInputs()
                .parameters()
                .parts()
                .forEach(part -> calls.find(part.call()).ifPresent(call -> {
                    if (call.status() == CallStatus.CANCELLED) {
                        warnings.add(new Warning("allocation.call-cancelled", Map.of()));
                    } else if (call.status() == CallStatus.CLOSED) {
                        warnings.add(new Warning("allocation.call-already-decided", Map.of()));
                    } else if (part.round().isPresent() && scopes.isDecided(call, part)) {
                        warnings.add(new Warning(
                                "allocation.round-already-decided",
                                Map.of("round", part.round().orElseThrow())));
                    } else if (!clock.instant().isAfter(call.takesUntil(part.round()))) {
                        warnings.add(new Warning(
                                "allocation.call-still-open", Map.of("deadline", call.takesUntil(part.round()))));
                    }
                }));
        var same = others.stream()
                .filter(OtherRun::sameDivision)
                .map(OtherRun::name)
                .toList();
        if (!same.isEmpty()) {
            warnings.add(new Warning("allocation.same-division-adopted", Map.of("names", same)));
        }
        return warnings;
    }
}
