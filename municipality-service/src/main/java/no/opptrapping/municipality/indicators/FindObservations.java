package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.PopulationFigures;

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
         * @param conversion what they are converted from, here and now or when they were published
         * @param withdrawal that the version should not be used any more, if that is so
         */
        record Found(
                IndicatorDefinition definition,
                ObservationSet set,
                int version,
                Optional<Conversion> conversion,
                Optional<Withdrawal> withdrawal)
                implements Outcome {}

        record UnknownIndicator(String code) implements Outcome {}

        /** There are no values for the year, or they cannot be expressed in the structure. */
        record NoValues(String code, List<ObservationKey> available) implements Outcome {}
    }

    /**
     * The values as they are kept in the structure; otherwise converted from the year's own structure, or else from the
     * nearest one that there are values in.
     *
     * @param version an earlier version of what is kept, or empty for the newest
     */
    @Transactional
    public Outcome find(String code, Year year, LocalDate structureDate, Optional<Integer> version) {
        return kept.indicator(code)
                .map(definition -> found(definition, year, structureDate, version)
                        .orElseGet(() -> new Outcome.NoValues(code, kept.keysOf(code))))
                .orElseGet(() -> new Outcome.UnknownIndicator(code));
    }

    private Optional<Outcome> found(
            IndicatorDefinition definition, Year year, LocalDate structureDate, Optional<Integer> version) {
        if (structureDate.isBefore(Register.BEGINNING)) {
            return Optional.empty();
        }
        return kept.keysOf(definition.code()).stream()
                .filter(key -> key.year().equals(year))
                .min(Comparator.comparing(
                                (ObservationKey key) -> !key.structureDate().equals(structureDate))
                        .thenComparing(key -> definition.kind().hasCategories()
                                || !key.structureDate().equals(year.atDay(1)))
                        .thenComparingLong(
                                key -> Math.abs(ChronoUnit.DAYS.between(key.structureDate(), structureDate))))
                .flatMap(key -> version.map(wanted -> kept.version(key, wanted)).orElseGet(() -> kept.latest(key)))
                .map(versioned -> in(structureDate, versioned, definition));
    }

    private Outcome.Found in(
            LocalDate structureDate, ObservationSets.Versioned versioned, IndicatorDefinition definition) {
        var own = versioned.set();
        var set = own.key().structureDate().equals(structureDate)
                ? own
                : new ConvertIndicator(register.get().register(), populations)
                        .to(structureDate, own, definition.kind());
        return new Outcome.Found(
                definition,
                set,
                versioned.version(),
                set.equals(own)
                        ? versioned.conversion()
                        : Optional.of(new Conversion(own.key().structureDate(), versioned.version())),
                kept.withdrawalOf(own.key(), versioned.version()));
    }
}
