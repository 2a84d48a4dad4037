package no.opptrapping.platform.register;

import static java.util.stream.Collectors.toCollection;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Expresses ratios (figures for each inhabitant, indices) in another municipality structure. Ratios are never added: a
 * municipality's is the average of those that it is made of, each weighed by what of its people came there. An average
 * is an estimate; one with an unknown part is unknown. Only where one municipality's territory goes on undivided, and
 * alone, does its ratio go on as it is.
 */
public final class ConvertRatios {
    private final Passage passage;
    private final Weights weights;
    private final int decimals;

    /** By what municipalities are weighed against each other. */
    @FunctionalInterface
    public interface Weights {
        /** The weight of each, 0 or more, all of one kind and time; empty if one is not known or all are 0. */
        Optional<Map<MunicipalityId, BigDecimal>> of(Set<MunicipalityId> ids);
    }

    /** A way to convert ratios; averages are rounded half up to the decimals. */
    public ConvertRatios(Passage passage, Weights weights, int decimals) {
        this.passage = passage;
        this.weights = weights;
        this.decimals = decimals;
    }

    /** A municipality's ratio; the value is empty if it is not known. */
    public record Ratio(Optional<BigDecimal> value, FigureStatus status) {
        public static final Ratio UNKNOWN = new Ratio(Optional.empty(), FigureStatus.FINAL);
    }

    /** A municipality of the given structure that goes into one of the target's, and with which part of itself. */
    public record Source(MunicipalityId from, Ratio ratio, BigDecimal share, Portion portion) {}

    /** A municipality's ratio in the target structure, and what it is the average of. */
    public record Averaged(Ratio ratio, List<Source> sources) {
        public Averaged {
            sources = List.copyOf(sources);
        }

        /** Whose ratios are not known, so that the average is not. */
        public List<MunicipalityId> missing() {
            return sources.stream()
                    .filter(source -> source.ratio().value().isEmpty())
                    .map(Source::from)
                    .toList();
        }
    }

    /** The ratios in the target structure. */
    public Map<MunicipalityId, Averaged> convert(Map<MunicipalityId, Ratio> ratios) {
        var sources = new TreeMap<MunicipalityId, List<Source>>();
        new TreeMap<>(ratios)
                .forEach((id, ratio) -> passedOn(id, ratio)
                        .forEach(source -> sources.computeIfAbsent(
                                        source.portion().to(), to -> new ArrayList<>())
                                .add(source)));
        var averaged = new TreeMap<MunicipalityId, Averaged>();
        sources.forEach((id, all) -> averaged.put(id, new Averaged(average(all), all)));
        return averaged;
    }

    private List<Source> passedOn(MunicipalityId id, Ratio ratio) {
        var portions = passage.portionsOf(id);
        var sum = portions.stream().map(Portion::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
        return portions.stream()
                .filter(portion -> portion.weight().signum() > 0)
                .map(portion -> new Source(id, ratio, portion.weight().divide(sum, MathContext.DECIMAL128), portion))
                .toList();
    }

    private Ratio average(List<Source> sources) {
        if (sources.stream().anyMatch(source -> source.ratio().value().isEmpty())) {
            return Ratio.UNKNOWN;
        }
        var only = sources.getFirst();
        if (sources.size() == 1) {
            return only.portion().method().isUndivided()
                    ? only.ratio()
                    : new Ratio(only.ratio().value(), FigureStatus.ESTIMATED);
        }
        var ids = sources.stream().map(Source::from).collect(toCollection(TreeSet::new));
        return weights.of(ids).flatMap(weight -> average(sources, weight)).orElse(Ratio.UNKNOWN);
    }

    private Optional<Ratio> average(List<Source> sources, Map<MunicipalityId, BigDecimal> weights) {
        var sum = BigDecimal.ZERO;
        var all = BigDecimal.ZERO;
        for (var source : sources) {
            var weight = source.share().multiply(weights.getOrDefault(source.from(), BigDecimal.ZERO));
            sum = sum.add(weight.multiply(source.ratio().value().orElseThrow()));
            all = all.add(weight);
        }
        return all.signum() == 0
                ? Optional.empty()
                : Optional.of(new Ratio(
                        Optional.of(sum.divide(all, decimals, RoundingMode.HALF_UP)), FigureStatus.ESTIMATED));
    }
}
