package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * A run within ceilings divides by those that municipalities were told, where they were told any: what they applied by
 * stays, whatever figures, sum or part of the call the run has. Who has taken over from others has their ceilings.
 */
@ApplicationScoped
class ToldCeilings {
    private static final int PAGE = 500;

    private final CallCeilings ceilings;
    private final MoveAmounts moveAmounts;

    ToldCeilings(CallCeilings ceilings, MoveAmounts moveAmounts) {
        this.ceilings = ceilings;
        this.moveAmounts = moveAmounts;
    }

    /** The parameters with what was told of their calls, and with nothing else. */
    RunParameters read(RunParameters asked, LocalDate structure, List<KnownMunicipality> valid) {
        return asked.with(asked.pots().stream()
                .map(pot -> pot.model() instanceof CallModel.Ceiling model
                        ? pot.with(model.withTold(told(model.callId(), structure, valid)))
                        : pot)
                .toList());
    }

    private @Nullable Map<String, Long> told(CallId call, LocalDate structure, List<KnownMunicipality> valid) {
        if (ceilings.find(call).isEmpty()) {
            return null;
        }
        var amounts = moveAmounts.move(all(call), structure).amounts();
        var told = new TreeMap<String, Long>();
        valid.forEach(one -> told.put(
                one.number().value(),
                amounts.getOrDefault(one.id(), Kroner.ZERO).value()));
        return told;
    }

    private Map<MunicipalityId, Kroner> all(CallId call) {
        var all = new HashMap<MunicipalityId, Kroner>();
        var after = Optional.<MunicipalityNumber>empty();
        while (true) {
            var page = ceilings.list(call, after, PAGE);
            page.forEach(one -> all.put(one.municipality(), one.amount()));
            if (page.size() < PAGE) {
                return all;
            }
            after = Optional.of(page.getLast().number());
        }
    }
}
