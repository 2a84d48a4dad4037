package no.opptrapping.platform.register;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Expresses figures of one structure in another: sums where municipalities became one, shares where one became several,
 * divided by largest remainder so that the total is the same to the unit.
 */
public final class ConvertFigures {
    private static final int DECIMALS = 10;

    private final Passage passage;

    public ConvertFigures(Passage passage) {
        this.passage = passage;
    }

    /** The figures in the target structure; what depends on one that is unknown or cannot be divided is unknown. */
    public Map<MunicipalityId, Converted> convert(Map<MunicipalityId, Figure> figures) {
        var parts = new TreeMap<MunicipalityId, List<Part>>();
        new TreeMap<>(figures)
                .forEach((id, figure) -> passedOn(id, figure)
                        .forEach((to, part) -> parts.computeIfAbsent(to, target -> new ArrayList<>())
                                .add(part)));
        var converted = new TreeMap<MunicipalityId, Converted>();
        parts.forEach((id, made) -> converted.put(id, new Converted(made)));
        return converted;
    }

    /** Divides one figure for several municipalities among them, in proportion to the weights; always an estimate. */
    public static Map<MunicipalityId, Figure> divideJoint(long joint, Map<MunicipalityId, Long> weights) {
        var exact = weights.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, weight -> BigDecimal.valueOf(weight.getValue())));
        var parts = new TreeMap<MunicipalityId, Figure>();
        LargestRemainder.divide(joint, exact)
                .forEach((id, part) -> parts.put(id, Figure.known(part, FigureStatus.ESTIMATED)));
        return parts;
    }

    private Map<MunicipalityId, Part> passedOn(MunicipalityId id, Figure figure) {
        var portions = passage.portionsOf(id);
        var weights = portions.stream().collect(toMap(Portion::to, Portion::weight));
        var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        var values =
                figure.value().filter(value -> sum.signum() > 0).map(value -> LargestRemainder.divide(value, weights));
        var passed = new TreeMap<MunicipalityId, Part>();
        for (var portion : portions) {
            passed.put(
                    portion.to(),
                    new Part(
                            id,
                            values.flatMap(divided -> Optional.ofNullable(divided.get(portion.to()))),
                            share(portion.weight(), sum),
                            portion.method(),
                            portion.year(),
                            portion.method().isEstimate() ? FigureStatus.ESTIMATED : figure.status()));
        }
        return passed;
    }

    private static BigDecimal share(BigDecimal weight, BigDecimal sum) {
        return sum.signum() == 0 ? BigDecimal.ZERO : weight.divide(sum, DECIMALS, RoundingMode.HALF_EVEN);
    }
}
