package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.ConvertRatios;
import no.opptrapping.platform.register.ConvertRatios.Ratio;
import no.opptrapping.platform.register.FigureStatus;
import no.opptrapping.platform.register.NearestPopulation;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.register.PopulationFigures;

/** Expresses figures for each inhabitant in another municipality structure, as {@link ConvertRatios} says. */
final class ConvertRatioObservations {
    private final Register register;
    private final PopulationFigures populations;

    ConvertRatioObservations(Register register, PopulationFigures populations) {
        this.register = register;
        this.populations = populations;
    }

    ObservationSet to(LocalDate structureDate, ObservationSet set) {
        var decimals = set.observations().stream()
                .flatMap(observation -> observation.value().stream())
                .mapToInt(value -> Math.max(0, new BigDecimal(value).scale()))
                .max()
                .orElse(0);
        var valid = register.validOn(structureDate);
        var passage = Passage.between(
                register.lineage().descent(),
                set.key().structureDate(),
                structureDate,
                valid.stream().map(Listed::id).toList(),
                populations);
        var averaged = new ConvertRatios(
                        passage,
                        new NearestPopulation(populations).weightsOf(set.key().year()),
                        decimals)
                .convert(set.observations().stream()
                        .collect(toMap(Observation::municipality, ConvertRatioObservations::ratio)));
        return new ObservationSet(
                new ObservationKey(set.key().indicator(), set.key().year(), structureDate),
                valid.stream()
                        .map(listed -> Optional.ofNullable(averaged.get(listed.id()))
                                .map(ConvertRatios.Averaged::ratio)
                                .flatMap(ratio -> observation(listed, ratio))
                                .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                        .toList(),
                List.of());
    }

    private static Ratio ratio(Observation observation) {
        return new Ratio(
                observation.value().map(BigDecimal::new),
                observation.status().ofFigure().orElse(FigureStatus.FINAL));
    }

    private static Optional<Observation> observation(Listed listed, Ratio ratio) {
        return ratio.value()
                .map(value -> new Observation(
                        listed.id(),
                        listed.number(),
                        Optional.of(value.toPlainString()),
                        ObservationStatus.of(ratio.status())));
    }
}
