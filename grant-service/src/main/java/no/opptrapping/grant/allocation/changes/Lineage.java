package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.grant.allocation.engine.Split;
import no.opptrapping.grant.allocation.inputs.MovedAmounts;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Who stands in the newer run's structure where a municipality of either run stood. */
final class Lineage {
    private final Function<MunicipalityId, List<Successor>> heirs;
    private final Map<MunicipalityId, List<Successor>> known = new HashMap<>();
    private final Map<MunicipalityId, String> numbers = new HashMap<>();

    /**
     * @param there the municipalities of the newer run
     * @param heirs the successors of a municipality on the newer run's structure date, itself while it exists
     */
    Lineage(Collection<RunInputs.Municipality> there, Function<MunicipalityId, List<Successor>> heirs) {
        this.heirs = heirs;
        there.forEach(one -> numbers.put(one.identity(), one.number()));
    }

    /** The successors among the newer run's municipalities, the smaller identity first; empty when one is missing. */
    List<Successor> of(MunicipalityId id) {
        return known.computeIfAbsent(id, one -> {
            var all = heirs.apply(one).stream()
                    .sorted(Comparator.comparing(Successor::municipality))
                    .toList();
            return all.stream().allMatch(heir -> numbers.containsKey(heir.municipality())) ? all : List.of();
        });
    }

    List<Successor> of(String id) {
        return of(identity(id));
    }

    /** The number in the newer structure. */
    Optional<String> number(MunicipalityId id) {
        return Optional.ofNullable(numbers.get(id));
    }

    MovedAmounts moved(Map<MunicipalityId, Kroner> amounts) {
        return MovedAmounts.of(amounts, this::of);
    }

    /** Who stands for what was one municipality's alone: the one that took over most of it. */
    Optional<Successor> largest(String id) {
        return of(id).stream()
                .max(Comparator.comparing(Successor::share)
                        .thenComparing(
                                Comparator.comparing(Successor::municipality).reversed()));
    }

    /** The participants of what a municipality holds, as they are now; one that was alone and is split has some. */
    List<RunInputs.Participant> participants(String alone, List<RunInputs.Participant> before, long amount) {
        var joint = before.size() > 1
                ? before
                : of(alone).size() > 1 ? List.of(new RunInputs.Participant(alone, "", amount)) : before;
        var now = new ArrayList<RunInputs.Participant>();
        for (var one : joint) {
            var successors = of(one.municipality());
            if (successors.isEmpty()) {
                return before;
            }
            var parts = Split.inProportion(
                    Kroner.of(one.share()),
                    successors.stream().map(Successor::share).toList());
            for (var i = 0; i < parts.size(); i++) {
                var heir = successors.get(i).municipality();
                now.add(new RunInputs.Participant(
                        heir.toString(), number(heir).orElse(""), parts.get(i).value()));
            }
        }
        return now;
    }

    static MunicipalityId identity(String id) {
        return new MunicipalityId(UUID.fromString(id));
    }
}
