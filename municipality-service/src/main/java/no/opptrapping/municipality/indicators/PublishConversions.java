package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;
import no.opptrapping.municipality.indicators.Publication.Origin;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.time.BusinessDates;

/** Publishes what follows from values that were given: the same in other structures, as converted here. */
@ApplicationScoped
public class PublishConversions {
    private final ObservationSets kept;
    private final PublishObservations publishObservations;
    private final PopulationFigures populations;
    private final Clock clock;

    PublishConversions(
            ObservationSets kept, PublishObservations publishObservations, PopulationFigures populations, Clock clock) {
        this.kept = kept;
        this.publishObservations = publishObservations;
        this.populations = populations;
        this.clock = clock;
    }

    /** Converts again, to the structures of adopted changes, what the reference data has other values of now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void followReferenceData(List<ObservationSet> given, Register register) {
        for (var set : given) {
            var definition = kept.indicator(set.key().indicator()).orElseThrow();
            convertedFrom(set.key())
                    .filter(key -> kept.versionsOf(key).getFirst().publication().origin() == Origin.CONVERTED)
                    .map(ObservationKey::structureDate)
                    .toList()
                    .forEach(structureDate ->
                            convert(definition, set, structureDate, register, PublishObservations.REFERENCE_DATA));
        }
    }

    /**
     * Converts a set's newest values again to the structures that they were converted to before, and to those that have
     * been adopted and are still to come. What a person gave for a structure itself stays.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void follow(IndicatorDefinition definition, ObservationSet given, Register register, String by) {
        var own = given.key();
        var before = convertedFrom(own).map(ObservationKey::structureDate);
        var coming = register.newStructuresAfter(BusinessDates.today(clock)).stream()
                .filter(day -> day.isAfter(own.structureDate()))
                .filter(day -> newest(definition, day).equals(Optional.of(own)));
        Stream.concat(before, coming)
                .distinct()
                .sorted()
                .forEach(structureDate -> convert(definition, given, structureDate, register, by));
    }

    /** Publishes the newest values before each day in the structure that begins with it, so that they are found there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void toNewStructures(Collection<LocalDate> days, Register register, String by) {
        for (var definition : kept.indicators()) {
            days.stream()
                    .distinct()
                    .sorted()
                    .forEach(day -> newest(definition, day)
                            .flatMap(kept::latest)
                            .ifPresent(given -> convert(definition, given.set(), day, register, by)));
        }
    }

    /** The sets whose newest version was converted from the set. */
    private Stream<ObservationKey> convertedFrom(ObservationKey own) {
        return kept.keysOf(own.indicator()).stream()
                .filter(key -> key.year().equals(own.year()) && !key.equals(own))
                .filter(key -> kept.latest(key)
                        .flatMap(Versioned::conversion)
                        .filter(conversion -> conversion.structureDate().equals(own.structureDate()))
                        .isPresent());
    }

    private void convert(
            IndicatorDefinition definition,
            ObservationSet given,
            LocalDate structureDate,
            Register register,
            String by) {
        publishObservations.revise(
                definition,
                new ConvertIndicator(register, populations).to(structureDate, given, definition.kind()),
                Origin.CONVERTED,
                by);
    }

    /**
     * The values that are in use and were given for the newest year until the day, in the structure nearest to it. None if
     * somebody has given values for the day's structure itself.
     */
    private Optional<ObservationKey> newest(IndicatorDefinition definition, LocalDate day) {
        var given = kept.keysInUse(definition.code()).stream()
                .filter(key -> !key.year().isAfter(Year.from(day)))
                .filter(key -> kept.latest(key).flatMap(Versioned::conversion).isEmpty())
                .toList();
        return given.stream()
                .map(ObservationKey::year)
                .max(Comparator.naturalOrder())
                .flatMap(year -> given.stream()
                        .filter(key -> key.year().equals(year))
                        .max(Comparator.comparing(ObservationKey::structureDate)))
                .filter(key -> !key.structureDate().equals(day));
    }
}
