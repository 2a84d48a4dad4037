package no.opptrapping.municipality.conversion;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.municipality.lineage.Heir;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Expresses figures of one structure in a later one: sums for mergers, shares of the people that moved for splits,
 * divided by largest remainder so that the total is the same to the unit.
 */
public final class ConvertFigures {
    private final Lineage lineage;

    public ConvertFigures(Lineage lineage) {
        this.lineage = lineage;
    }

    /** The figures on the later date; a municipality that took over an unknown figure has an unknown one. */
    public Map<MunicipalityId, Figure> forward(Map<MunicipalityId, Figure> figures, LocalDate to) {
        var converted = new TreeMap<MunicipalityId, Figure>();
        figures.forEach((id, figure) ->
                passedOn(id, figure, to).forEach((heir, part) -> converted.merge(heir, part, Figure::plus)));
        return converted;
    }

    /** Divides one figure for several municipalities among them, in proportion to the weights; always an estimate. */
    public static Map<MunicipalityId, Figure> divideJoint(long joint, Map<MunicipalityId, Long> weights) {
        var exact = weights.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, weight -> BigDecimal.valueOf(weight.getValue())));
        var parts = new TreeMap<MunicipalityId, Figure>();
        LargestRemainder.divide(joint, exact)
                .forEach((id, part) -> parts.put(id, Figure.known(part).asEstimate()));
        return parts;
    }

    private Map<MunicipalityId, Figure> passedOn(MunicipalityId id, Figure figure, LocalDate to) {
        var heirs = lineage.heirsOn(id, to);
        var estimated = figure.estimated() || heirs.stream().anyMatch(Heir::estimated);
        if (figure.value().isEmpty()) {
            return heirs.stream().collect(toMap(Heir::id, heir -> Figure.UNKNOWN));
        }
        var parts = LargestRemainder.divide(figure.value().get(), heirs.stream().collect(toMap(Heir::id, Heir::share)));
        var passed = new TreeMap<MunicipalityId, Figure>();
        parts.forEach((heir, part) -> passed.put(heir, new Figure(Optional.of(part), estimated)));
        return passed;
    }
}
