package no.opptrapping.platform.register;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * An indicator's figures, as a service has heard them of the municipalities of one day, for those of another: by the
 * rules that the register itself converts by, so that both have the same figure. A municipality has one only if
 * everything that goes into it is known. To an earlier structure only sums are taken: what would have to be estimated
 * is missing.
 */
public final class ConvertHeardFigures {
    private final Structure heard;
    private final PopulationFigures populations;

    /**
     * A converter.
     *
     * @param populations what joint figures are divided by and ratios weighed by
     */
    public ConvertHeardFigures(Structure heard, PopulationFigures populations) {
        this.heard = heard;
        this.populations = populations;
    }

    /**
     * What has been heard.
     *
     * @param year the year of the figures
     * @param structureDate they are of the municipalities of this day
     * @param values exact, by the numbers of that day; one that is absent is unknown
     * @param joint figures of several municipalities that have none of their own
     */
    public record Heard(
            Year year, LocalDate structureDate, Map<MunicipalityNumber, BigDecimal> values, List<Together> joint) {
        public Heard {
            values = Map.copyOf(values);
            joint = List.copyOf(joint);
        }
    }

    /** One figure of several municipalities. */
    public record Together(Set<MunicipalityNumber> numbers, BigDecimal value) {
        public Together {
            numbers = Set.copyOf(numbers);
        }
    }

    /**
     * The figures in the structure that was asked for.
     *
     * @param missing whose figures are not known, so that others have none, as they were on the day of the given figures
     * @param unheard whose successors have not been heard of (yet)
     */
    public record InStructure(
            Map<MunicipalityNumber, BigDecimal> values,
            List<Together> joint,
            List<KnownMunicipality> missing,
            List<KnownMunicipality> unheard) {
        public InStructure {
            values = Map.copyOf(values);
            joint = List.copyOf(joint);
            missing = List.copyOf(missing);
            unheard = List.copyOf(unheard);
        }
    }

    /** Quantities: summed where municipalities became one, divided to whole units of the last decimal where one was split. */
    public InStructure quantities(Heard figures, LocalDate date) {
        var decimals = decimals(Stream.concat(
                figures.values().values().stream(), figures.joint().stream().map(Together::value)));
        var way = new Way(figures.structureDate(), date);
        var own = new HashMap<MunicipalityId, Figure>();
        way.then.forEach(one -> own.put(
                one.id(),
                Optional.ofNullable(figures.values().get(one.number()))
                        .map(value -> Figure.known(units(value, decimals)))
                        .orElse(Figure.UNKNOWN)));
        var joint = figures.joint().stream()
                .map(one ->
                        new ConvertQuantities.Joint(way.ids(one.numbers()), Figure.known(units(one.value(), decimals))))
                .toList();
        var converted = new ConvertQuantities(way.passage, populations).convert(own, joint, figures.year());
        converted.figures().forEach((id, figure) -> {
            var from = figure.parts().stream().map(Part::from).toList();
            var estimated = figure.parts().stream().anyMatch(part -> way.isEstimatedBack(part.method()));
            way.arrive(
                    id,
                    figure.value().map(value -> BigDecimal.valueOf(value, decimals)),
                    estimated ? from : figure.missing(),
                    from);
        });
        return way.end(converted.joint().stream()
                .map(one -> new Together(
                        way.numbers(one.members()),
                        BigDecimal.valueOf(one.figure().value().orElseThrow(), decimals)))
                .toList());
    }

    /** Ratios: averaged by the populations of their year, never added. */
    public InStructure ratios(Heard figures, LocalDate date) {
        var way = new Way(figures.structureDate(), date);
        var ratios = new HashMap<MunicipalityId, ConvertRatios.Ratio>();
        way.then.forEach(one -> ratios.put(
                one.id(),
                Optional.ofNullable(figures.values().get(one.number()))
                        .map(value -> new ConvertRatios.Ratio(Optional.of(value), FigureStatus.FINAL))
                        .orElse(ConvertRatios.Ratio.UNKNOWN)));
        new ConvertRatios(
                        way.passage,
                        new NearestPopulation(populations).weightsOf(figures.year()),
                        decimals(figures.values().values().stream()))
                .convert(ratios)
                .forEach((id, averaged) -> {
                    var from = averaged.sources().stream()
                            .map(ConvertRatios.Source::from)
                            .toList();
                    var value = averaged.ratio().value();
                    var estimated = averaged.sources().stream()
                            .anyMatch(source ->
                                    way.isEstimatedBack(source.portion().method()));
                    var withoutWeights = value.isEmpty() && averaged.missing().isEmpty();
                    way.arrive(id, value, estimated || withoutWeights ? from : averaged.missing(), from);
                });
        return way.end(List.of());
    }

    /** One way from the municipalities of a day to those of another, and what has arrived there. */
    private final class Way {
        private final boolean back;
        private final List<KnownMunicipality> then;
        private final Map<MunicipalityId, KnownMunicipality> now;
        private final Passage passage;
        private final Map<MunicipalityNumber, BigDecimal> values = new HashMap<>();
        private final Set<MunicipalityId> missing = new LinkedHashSet<>();
        private final Set<MunicipalityId> unheard = new LinkedHashSet<>();

        Way(LocalDate from, LocalDate to) {
            back = to.isBefore(from);
            then = heard.validOn(from);
            now = heard.validOn(to).stream().collect(toMap(KnownMunicipality::id, one -> one));
            passage = Passage.between(heard.descent(), from, to, now.keySet(), populations);
        }

        boolean isEstimatedBack(Method method) {
            return back && method == Method.POPULATION;
        }

        void arrive(
                MunicipalityId id,
                Optional<BigDecimal> value,
                List<MunicipalityId> unknown,
                List<MunicipalityId> from) {
            var municipality = now.get(id);
            if (municipality == null) {
                unheard.addAll(from);
            } else if (unknown.isEmpty() && value.isPresent()) {
                values.put(municipality.number(), value.get());
            } else {
                missing.addAll(unknown);
            }
        }

        InStructure end(List<Together> joint) {
            return new InStructure(values, joint, before(missing), before(unheard));
        }

        Set<MunicipalityId> ids(Set<MunicipalityNumber> numbers) {
            return then.stream()
                    .filter(one -> numbers.contains(one.number()))
                    .map(KnownMunicipality::id)
                    .collect(toSet());
        }

        Set<MunicipalityNumber> numbers(Set<MunicipalityId> ids) {
            return now.values().stream()
                    .filter(one -> ids.contains(one.id()))
                    .map(KnownMunicipality::number)
                    .collect(toSet());
        }

        private List<KnownMunicipality> before(Collection<MunicipalityId> ids) {
            var all = new ArrayList<>(then);
            all.removeIf(one -> !ids.contains(one.id()));
            return all;
        }
    }

    private static int decimals(Stream<BigDecimal> values) {
        return values.mapToInt(value -> Math.max(0, value.scale())).max().orElse(0);
    }

    private static long units(BigDecimal value, int decimals) {
        return value.setScale(decimals).unscaledValue().longValueExact();
    }
}
