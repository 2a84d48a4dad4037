package no.opptrapping.municipality.indicators;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.opptrapping.municipality.conversion.NearestPopulation;
import no.opptrapping.municipality.conversion.PopulationFigures;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Expresses figures for each inhabitant in another municipality structure: their average, weighted by the people that
 * came from each municipality. An average is an estimate; one with an unknown part is missing.
 */
final class ConvertRatios {
    private final Register register;
    private final NearestPopulation populations;

    ConvertRatios(Register register, PopulationFigures populations) {
        this.register = register;
        this.populations = new NearestPopulation(populations);
    }

    /** A municipality of the old set that goes into one of the new. */
    private record Source(MunicipalityId people, BigDecimal share, Observation observation) {}

    ObservationSet to(LocalDate structureDate, ObservationSet set) {
        var decimals = set.observations().stream()
                .flatMap(observation -> observation.value().stream())
                .mapToInt(value -> Math.max(0, new BigDecimal(value).scale()))
                .max()
                .orElse(0);
        var sources = structureDate.isBefore(set.key().structureDate())
                ? sourcesBack(structureDate, set)
                : sourcesForward(structureDate, set);
        var observations = register.validOn(structureDate).stream()
                .map(listed -> average(listed, sources.getOrDefault(listed.id(), List.of()), set, decimals))
                .toList();
        return new ObservationSet(
                new ObservationKey(set.key().indicator(), set.key().year(), structureDate), observations, List.of());
    }

    private Map<MunicipalityId, List<Source>> sourcesForward(LocalDate to, ObservationSet set) {
        var sources = new HashMap<MunicipalityId, List<Source>>();
        for (var observation : set.observations()) {
            for (var heir : register.lineage().heirsOn(observation.municipality(), to)) {
                sources.computeIfAbsent(heir.id(), id -> new ArrayList<>())
                        .add(new Source(observation.municipality(), heir.share(), observation));
            }
        }
        return sources;
    }

    private Map<MunicipalityId, List<Source>> sourcesBack(LocalDate to, ObservationSet set) {
        var observed = set.observations().stream().collect(toMap(Observation::municipality, identity()));
        var sources = new HashMap<MunicipalityId, List<Source>>();
        for (var listed : register.validOn(to)) {
            for (var heir : register.lineage().heirsOn(listed.id(), set.key().structureDate())) {
                Optional.ofNullable(observed.get(heir.id()))
                        .ifPresent(observation -> sources.computeIfAbsent(listed.id(), id -> new ArrayList<>())
                                .add(new Source(listed.id(), heir.share(), observation)));
            }
        }
        return sources;
    }

    private Observation average(Listed listed, List<Source> sources, ObservationSet set, int decimals) {
        if (sources.size() == 1
                && sources.getFirst().observation().municipality().equals(listed.id())) {
            var own = sources.getFirst().observation();
            return new Observation(listed.id(), listed.number(), own.value(), own.status());
        }
        var ids = new TreeSet<MunicipalityId>();
        sources.forEach(source -> ids.add(source.people()));
        return populations
                .of(ids, set.key().year())
                .flatMap(people -> average(sources, people, decimals))
                .map(value ->
                        new Observation(listed.id(), listed.number(), Optional.of(value), ObservationStatus.ESTIMATED))
                .orElseGet(() -> Observation.missing(listed.id(), listed.number()));
    }

    private static Optional<String> average(List<Source> sources, NearestPopulation.People people, int decimals) {
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (var source : sources) {
            var value = source.observation().value();
            if (value.isEmpty()) {
                return Optional.empty();
            }
            var weight = source.share().multiply(BigDecimal.valueOf(people.of(source.people())));
            sum = sum.add(weight.multiply(new BigDecimal(value.get())));
            weights = weights.add(weight);
        }
        return weights.signum() == 0
                ? Optional.empty()
                : Optional.of(
                        sum.divide(weights, decimals, RoundingMode.HALF_UP).toPlainString());
    }
}
