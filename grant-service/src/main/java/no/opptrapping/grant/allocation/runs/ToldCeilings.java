package no.opptrapping.grant.allocation.runs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityId;

/** A run within ceilings divides by those that municipalities were told, where they were told any. */
@ApplicationScoped
class ToldCeilings {
    private static final MunicipalityId NOBODY = new MunicipalityId(new UUID(0, 0));

    private final CallCeilings ceilings;

    ToldCeilings(CallCeilings ceilings) {
        this.ceilings = ceilings;
    }

    /** A refusal for each pot whose requests have other ceilings, with their references. */
    List<BrokenRule> brokenBy(RunInputs inputs, Pots.Result.Allocated result) {
        var broken = new ArrayList<BrokenRule>();
        var identities = inputs.municipalities().stream()
                .collect(Collectors.toMap(RunInputs.Municipality::number, RunInputs.Municipality::identity));
        for (var i = 0; i < result.pots().size(); i++) {
            var at = "/pots/" + i + "/model";
            if (result.pots().get(i).division() instanceof CeilingDivision division) {
                inputs.parameters()
                        .pots()
                        .get(i)
                        .model()
                        .dividedCall()
                        .flatMap(ceilings::find)
                        .ifPresent(told -> {
                            var others = division.lines().stream()
                                    .filter(line -> !ceilings.of(
                                                    told.call(),
                                                    line.of().stream()
                                                            .map(one -> identities.getOrDefault(
                                                                    one.number().value(), NOBODY))
                                                            .collect(Collectors.toSet()))
                                            .equals(line.ceiling()))
                                    .map(line -> line.recipient().reference())
                                    .toList();
                            if (!others.isEmpty()) {
                                broken.add(BrokenRule.of("allocation.ceilings-as-told", at, "references", others));
                            }
                        });
            }
        }
        return broken;
    }
}
