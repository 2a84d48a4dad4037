package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.conversion.PopulationFigures;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Register;

/** Finds an indicator's values for a year, in the structure they are asked for in. */
@ApplicationScoped
public class FindObservations {
    private final ObservationSets kept;
    private final CurrentRegister register;
    private final PopulationFigures populations;

    FindObservations(ObservationSets kept, CurrentRegister register, PopulationFigures populations) {
        this.kept = kept;
        this.register = register;
        this.populations = populations;
    }

    /** What there is. */
    public sealed interface Outcome {
        /**
         * The values.
         *
         * @param version the version of the set that the values are, or are converted, from
         */
        record Found(IndicatorDefinition definition, ObservationSet set, int version) implements Outcome {}

        record UnknownIndicator(String code) implements Outcome {}

        /** There are no values for the year, or they cannot be expressed in the structure. */
        record NoValues(String code, List<ObservationKey> available) implements Outcome {}
    }

    /** The values as they are kept, or a quantity converted from the year's own structure to another. */
    @Transactional
    public Outcome find(String code, Year year, LocalDate structureDate) {
        return kept.indicator(code)
                .map(definition -> kept.latest(new ObservationKey(code, year, structureDate))
                        .or(() -> converted(definition, year, structureDate))
                        .<Outcome>map(found -> new Outcome.Found(definition, found.set(), found.version()))
                        .orElseGet(() -> new Outcome.NoValues(code, kept.keysOf(code))))
                .orElseGet(() -> new Outcome.UnknownIndicator(code));
    }

    private Optional<ObservationSets.Versioned> converted(
            IndicatorDefinition definition, Year year, LocalDate structureDate) {
        if (definition.kind() != IndicatorKind.QUANTITY || structureDate.isBefore(Register.BEGINNING)) {
            return Optional.empty();
        }
        return kept.latest(new ObservationKey(definition.code(), year, year.atDay(1)))
                .map(own -> new ObservationSets.Versioned(
                        own.version(),
                        new ConvertObservations(register.get().register(), populations).to(structureDate, own.set())));
    }
}
