package no.opptrapping.grant.allocation.inputs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Split;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Amounts moved to another municipality structure, to the krone: what a municipality had stays with it while it exists,
 * else it passes to its successors in proportion to the people that moved, each amount rounded to whole kroner by the
 * largest remainder (ties: the smaller identity first). So the total never changes.
 *
 * @param amounts by the municipalities of the new structure
 * @param moved those of the old structure whose amounts passed to others
 * @param lost those that nobody in the new structure is known to have taken over from, with what they had
 */
public record MovedAmounts(
        Map<MunicipalityId, Kroner> amounts, Set<MunicipalityId> moved, Map<MunicipalityId, Kroner> lost) {
    public MovedAmounts {
        amounts = Map.copyOf(amounts);
        moved = Set.copyOf(moved);
        lost = Map.copyOf(lost);
    }

    /** A municipality that took over a part, above zero, of another's people. */
    public record Successor(MunicipalityId municipality, Fraction share) {}

    /** Moves each amount to the successors that the function names; a living municipality is its own. */
    public static MovedAmounts of(
            Map<MunicipalityId, Kroner> before, Function<MunicipalityId, List<Successor>> successors) {
        var amounts = new TreeMap<MunicipalityId, Kroner>();
        var moved = new TreeSet<MunicipalityId>();
        var lost = new TreeMap<MunicipalityId, Kroner>();
        new TreeMap<>(before).forEach((municipality, amount) -> {
            var heirs = successors.apply(municipality).stream()
                    .sorted(Comparator.comparing(Successor::municipality))
                    .toList();
            if (heirs.isEmpty()) {
                lost.put(municipality, amount);
                return;
            }
            var parts = parts(amount, heirs.stream().map(Successor::share).toList());
            for (var i = 0; i < heirs.size(); i++) {
                amounts.merge(heirs.get(i).municipality(), parts.get(i), Kroner::plus);
            }
            if (heirs.size() > 1 || !heirs.getFirst().municipality().equals(municipality)) {
                moved.add(municipality);
            }
        });
        return new MovedAmounts(amounts, moved, lost);
    }

    /** What is owed is split as what is had: a whole framework grant can be below zero. */
    private static List<Kroner> parts(Kroner amount, List<Fraction> shares) {
        return amount.isNegative()
                ? Split.inProportion(amount.negated(), shares).stream()
                        .map(Kroner::negated)
                        .toList()
                : Split.inProportion(amount, shares);
    }
}
