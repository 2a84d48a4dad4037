package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Tells municipalities what they can ask for of a call that is divided within computed ceilings: the amounts of a run by
 * a key alone, made by another person. Until the call opens they can be told anew.
 */
@ApplicationScoped
public class TellCeilings {
    /** What to tell, by whom. */
    public record Command(CallId call, RunId run, boolean moreMayBeAsked, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Municipalities can see them. */
        record Told(CallCeilings.Told told) implements Outcome {}

        /** Nothing was told, for all of these reasons. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Who made the run may not tell its amounts. */
        record MadeBySamePerson() implements Outcome {}

        /** The call takes applications already, or is over. */
        record TooLate(CallPhase phase) implements Outcome {}

        /** There is no such call. */
        record UnknownCall() implements Outcome {}
    }

    private final Calls calls;
    private final CallCeilings ceilings;
    private final AllocationRuns runs;
    private final Impartiality impartiality;
    private final Clock clock;

    TellCeilings(Calls calls, CallCeilings ceilings, AllocationRuns runs, Impartiality impartiality, Clock clock) {
        this.calls = calls;
        this.ceilings = ceilings;
        this.runs = runs;
        this.impartiality = impartiality;
        this.clock = clock;
    }

    @Transactional
    public Outcome tell(Command command) {
        var call = calls.lock(command.call());
        if (call.isEmpty()) {
            return new Outcome.UnknownCall();
        }
        impartiality.require("call.ceilings-told", call.get().scheme());
        var phase = call.get().phase(clock.instant());
        if (phase != CallPhase.DRAFT && phase != CallPhase.SCHEDULED) {
            return new Outcome.TooLate(phase);
        }
        var run = runs.find(command.run());
        var computed = run.flatMap(ComputedRun::of);
        var broken = broken(call.get(), computed);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        return computed.map(of -> tell(command, of)).orElseGet(() -> new Outcome.Refused(broken));
    }

    private Outcome tell(Command command, ComputedRun run) {
        if (run.run().madeBy().equals(command.by())) {
            return new Outcome.MadeBySamePerson();
        }
        var told = new CallCeilings.Told(
                command.call(),
                command.run().value(),
                run.run().madeBy(),
                command.moreMayBeAsked(),
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        ceilings.tell(
                told,
                run.inputs().municipalities().stream()
                        .map(one -> new CallCeilings.Ceiling(
                                one.identity(),
                                new MunicipalityNumber(one.number()),
                                run.amount(new MunicipalityNumber(one.number()))))
                        .toList());
        return new Outcome.Told(told);
    }

    private static List<BrokenRule> broken(Call call, Optional<ComputedRun> run) {
        var broken = new ArrayList<BrokenRule>();
        if (call.rule() != DivisionRule.WITHIN_CEILING) {
            broken.add(BrokenRule.of(
                    "ceiling.rule-of-the-call", "", "rule", call.rule().code()));
        }
        var ofTheYear = run.filter(one ->
                one.run().scheme().equals(call.scheme()) && one.run().year().equals(call.year()));
        if (ofTheYear.isEmpty()) {
            broken.add(BrokenRule.of("ceiling.run-of-scheme-and-year", "/runId"));
        }
        ofTheYear
                .filter(one -> !isByKeyAlone(one))
                .ifPresent(_ -> broken.add(BrokenRule.of("ceiling.run-by-key-alone", "/runId")));
        return broken;
    }

    /** Floors and caps would be no ceilings by the key, which the second round goes by. */
    private static boolean isByKeyAlone(ComputedRun run) {
        var pots = run.inputs().parameters().pots();
        return pots.size() == 1
                && pots.getFirst().model() instanceof PotModel.Objective model
                && model.floorPerMunicipality() == null
                && model.capPerMunicipality() == null
                && model.floors() == null
                && model.caps() == null
                && model.floorPerInhabitant() == null
                && model.capPerInhabitant() == null;
    }
}
