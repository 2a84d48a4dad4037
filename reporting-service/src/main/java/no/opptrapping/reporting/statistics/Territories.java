package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.ConvertHeardFigures;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;

/** Puts together a structure from what is known of municipalities and indicators. */
@ApplicationScoped
class Territories {
    private final KnownIndicators indicators;

    Territories(KnownIndicators indicators) {
        this.indicators = indicators;
    }

    /**
     * The territory on the structure date, with the population of 1 January of the year, carried to this structure by the
     * rules of the register where it was not published in it, or, where there is none, of the newest year that is.
     */
    Territory of(Structure structure, Year year, LocalDate structureDate) {
        var register = LocalDate.of(structureDate.getYear(), 1, 1);
        var published = indicators
                .find(KnownIndicator.POPULATION, year, register)
                .map(Territories::published)
                .or(() -> converted(structure, year, structureDate))
                .or(() -> indicators.newest(KnownIndicator.POPULATION, register).map(Territories::published));
        return new Territory(
                structureDate,
                published.map(People::year),
                structure.validOn(structureDate),
                published.map(People::own).orElse(Map.of()),
                published.map(People::joint).orElse(List.of()),
                classes(indicators.newest(KnownIndicator.KOSTRA_GROUP, register)),
                classes(indicators.newest(KnownIndicator.HEALTH_REGION, register)));
    }

    /** The population of a year. */
    private record People(Year year, Map<MunicipalityNumber, BigDecimal> own, List<KnownIndicator.Joint> joint) {}

    private static People published(KnownIndicator population) {
        return new People(population.year(), figures(population), population.jointly());
    }

    private Optional<People> converted(Structure structure, Year year, LocalDate structureDate) {
        return indicators.find(KnownIndicator.POPULATION, year, year.atDay(1)).map(own -> {
            var there = new ConvertHeardFigures(structure, new HeardPopulations(indicators, structure))
                    .quantities(
                            new ConvertHeardFigures.Heard(
                                    year,
                                    own.structureDate(),
                                    figures(own),
                                    own.jointly().stream()
                                            .map(one -> new ConvertHeardFigures.Together(
                                                    Set.copyOf(one.numbers()), new BigDecimal(one.value())))
                                            .toList()),
                            structureDate);
            return new People(
                    year,
                    there.values(),
                    there.joint().stream()
                            .map(one -> new KnownIndicator.Joint(
                                    one.numbers().stream().sorted().toList(),
                                    one.value().toPlainString()))
                            .toList());
        });
    }

    /** The populations that joint figures are divided by. */
    private record HeardPopulations(KnownIndicators indicators, Structure structure) implements PopulationFigures {
        @Override
        public SortedSet<Year> years() {
            return indicators.years(KnownIndicator.POPULATION);
        }

        @Override
        public Map<MunicipalityId, Long> on(Year year) {
            var values = indicators
                    .find(KnownIndicator.POPULATION, year, year.atDay(1))
                    .map(Territories::figures)
                    .orElse(Map.of());
            var people = new HashMap<MunicipalityId, Long>();
            structure
                    .validOn(year.atDay(1))
                    .forEach(one -> Optional.ofNullable(values.get(one.number()))
                            .ifPresent(value -> people.put(
                                    one.id(),
                                    value.setScale(0, RoundingMode.HALF_EVEN).longValueExact())));
            return people;
        }
    }

    private static Map<MunicipalityNumber, BigDecimal> figures(KnownIndicator indicator) {
        return indicator.values().stream()
                .collect(Collectors.toMap(KnownIndicator.Value::number, value -> new BigDecimal(value.value())));
    }

    private static Map<MunicipalityNumber, String> classes(Optional<KnownIndicator> grouping) {
        return grouping.map(indicator -> indicator.values().stream()
                        .collect(Collectors.toMap(KnownIndicator.Value::number, KnownIndicator.Value::value)))
                .orElse(Map.of());
    }
}
