package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import no.opptrapping.municipality.indicators.ApplyGrouping.Inheritance;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.PopulationFigures;

/** Carries a set of any kind of indicator to the structure of another date, earlier or later. */
final class ConvertIndicator {
    private final Register register;
    private final PopulationFigures populations;

    ConvertIndicator(Register register, PopulationFigures populations) {
        this.register = register;
        this.populations = populations;
    }

    ObservationSet to(LocalDate structureDate, ObservationSet set, IndicatorKind kind) {
        var converted = switch (kind) {
            case QUANTITY -> new ConvertObservations(register, populations).to(structureDate, set);
            case RATIO -> new ConvertRatioObservations(register, populations).to(structureDate, set);
            case GROUPING -> new ApplyGrouping(register).on(structureDate, edition(set), Inheritance.ONE_TO_ONE);
            case REGION -> new ApplyGrouping(register).on(structureDate, edition(set), Inheritance.UNANIMOUS);
        };
        return converted.asConvertedFrom(set.key().structureDate());
    }

    private static GroupingEdition edition(ObservationSet set) {
        return new GroupingEdition(
                set.key().indicator(),
                set.key().year(),
                set.key().structureDate(),
                set.observations().stream()
                        .filter(observation -> observation.value().isPresent())
                        .collect(toMap(
                                Observation::number,
                                observation -> observation.value().orElseThrow())));
    }
}
