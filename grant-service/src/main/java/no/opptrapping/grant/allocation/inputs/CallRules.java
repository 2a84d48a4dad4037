package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * The rule and the tie rule by which applications are divided. They were announced with the call, so that a run that is
 * to be adopted has no others; a sweep may see what others would mean.
 */
@ApplicationScoped
public class CallRules {
    private final Calls calls;

    CallRules(Calls calls) {
        this.calls = calls;
    }

    /** The parameters with the calls' rules where none were asked for. */
    RunParameters read(RunParameters asked) {
        return asked.with(asked.pots().stream().map(this::read).toList());
    }

    private RunParameters.Pot read(RunParameters.Pot pot) {
        return pot.model()
                .byCall()
                .filter(model -> model.rule() == null || model.tieRule() == null)
                .flatMap(model -> call(model).map(call -> pot.with(completed(model, call))))
                .orElse(pot);
    }

    private static PotModel completed(CallModel model, Call call) {
        return model.by(
                Optional.ofNullable(model.rule()).orElse(call.rule()),
                Optional.ofNullable(model.tieRule()).orElse(call.tieRule()));
    }

    /** A refusal of each rule that is not the call's. */
    public List<BrokenRule> brokenBy(RunParameters parameters) {
        var broken = new ArrayList<BrokenRule>();
        for (var i = 0; i < parameters.pots().size(); i++) {
            var at = "/pots/" + i + "/model/";
            parameters
                    .pots()
                    .get(i)
                    .model()
                    .byCall()
                    .ifPresent(model -> call(model).ifPresent(call -> {
                        if (!model.fits(call.rule())) {
                            broken.add(BrokenRule.of(
                                    "allocation.model-of-the-call",
                                    at + "kind",
                                    "rule",
                                    call.rule().code()));
                        } else if (call.rule() != model.rule()) {
                            broken.add(BrokenRule.of(
                                    "allocation.rule-of-the-call",
                                    at + "rule",
                                    "rule",
                                    call.rule().code()));
                        }
                        if (call.tieRule() != model.tieRule()) {
                            broken.add(BrokenRule.of(
                                    "allocation.tie-rule-of-the-call",
                                    at + "tieRule",
                                    "tieRule",
                                    call.tieRule().code()));
                        }
                    }));
        }
        return broken;
    }

    private Optional<Call> call(CallModel model) {
        return model.dividedCall().flatMap(calls::find);
    }
}
