package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.grant.costkeys.CostKeys;
import no.opptrapping.platform.problems.BrokenRule;

/** Writes the criteria of registered cost keys into the parameters, which then say all by themselves. */
@ApplicationScoped
class RegisteredCostKeys {
    private final CostKeys costKeys;

    RegisteredCostKeys(CostKeys costKeys) {
        this.costKeys = costKeys;
    }

    /** The parameters with criteria; those that have been read before stay as they are. */
    RunParameters read(RunParameters parameters, List<BrokenRule> broken) {
        var pots = new ArrayList<RunParameters.Pot>();
        for (var i = 0; i < parameters.pots().size(); i++) {
            var pot = parameters.pots().get(i);
            var named = pot.model().costKey();
            if (named == null || !pot.model().weights().isEmpty()) {
                pots.add(pot);
            } else {
                var weights = weights(named, "/pots/" + i + "/model/costKey/code", broken);
                pots.add(pot.with(pot.model().withWeights(weights)));
            }
        }
        return parameters.with(pots);
    }

    private List<PotModel.Weight> weights(PotModel.CostKey named, String at, List<BrokenRule> broken) {
        var found = costKeys.find(named.code());
        if (found.isEmpty()) {
            broken.add(BrokenRule.of("allocation.cost-key-known", at, "costKey", named.code()));
        }
        return found.stream()
                .flatMap(List::stream)
                .map(one -> new PotModel.Weight(one.indicator(), named.year(), one.weight()))
                .toList();
    }
}
