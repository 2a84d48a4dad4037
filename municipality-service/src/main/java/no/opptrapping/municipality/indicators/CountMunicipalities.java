package no.opptrapping.municipality.indicators;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Counts the municipalities of a date by what they are alike in, as the tables of a report do: each is in exactly one
 * row or named as not classified, and those whose place rests on an estimated figure are named too.
 */
@ApplicationScoped
public class CountMunicipalities {
    private static final LocalisedText NO_NAME = new LocalisedText("", "", "");

    private final ObservationSets kept;
    private final FindObservations findObservations;
    private final CurrentRegister currentRegister;
    private final PopulationFigures populations;

    CountMunicipalities(
            ObservationSets kept,
            FindObservations findObservations,
            CurrentRegister currentRegister,
            PopulationFigures populations) {
        this.kept = kept;
        this.findObservations = findObservations;
        this.currentRegister = currentRegister;
        this.populations = populations;
    }

    /**
     * A row of a table.
     *
     * @param name empty for a population class, whose name is a text of the service
     * @param estimated those of the numbers that are in the row by an estimated figure
     */
    public record Row(
            String code,
            Optional<LocalisedText> name,
            List<MunicipalityNumber> numbers,
            List<MunicipalityNumber> estimated) {}

    /**
     * A table.
     *
     * @param populationDate the day of the populations, of a table by population
     * @param edition the year of the grouping's edition, of a table by a grouping
     */
    public record Table(
            TableBy by,
            LocalDate structureDate,
            Optional<LocalDate> populationDate,
            Optional<Year> edition,
            List<Row> rows,
            List<MunicipalityNumber> notClassified) {
        /** How many municipalities there were on the structure date. */
        public int total() {
            return rows.stream().mapToInt(row -> row.numbers().size()).sum() + notClassified.size();
        }
    }

    /**
     * The table; empty if there are no figures or no edition of the year.
     *
     * @param year of the populations or of the grouping's edition; the structure's own unless it is given
     */
    @Transactional
    public Optional<Table> count(TableBy by, LocalDate structureDate, Optional<Year> year) {
        var register = currentRegister.get().register();
        if (structureDate.isBefore(Register.BEGINNING)) {
            return Optional.empty();
        }
        return switch (by) {
            case COUNTY -> Optional.of(byCounty(structureDate, register));
            case POPULATION_CLASS -> byPopulation(structureDate, year.orElse(Year.from(structureDate)), register);
            case KOSTRA_GROUP, HEALTH_REGION, HEALTH_TRUST_AREA, CENTRALITY ->
                year.or(() -> newestEdition(by.code(), structureDate))
                        .flatMap(edition -> byGrouping(by, structureDate, edition));
        };
    }

    private static Table byCounty(LocalDate date, Register register) {
        var rows = register.countiesOn(date).stream()
                .map(county -> new Row(
                        county.number(),
                        Optional.of(named(county)),
                        register.validOn(date).stream()
                                .map(Listed::number)
                                .filter(number -> number.county().equals(county.number()))
                                .toList(),
                        List.of()))
                .toList();
        return new Table(TableBy.COUNTY, date, Optional.empty(), Optional.empty(), rows, List.of());
    }

    private static LocalisedText named(County county) {
        return new LocalisedText(county.name(), county.name(), county.name());
    }

    private Optional<Table> byPopulation(LocalDate date, Year year, Register register) {
        return values(KnownPopulations.POPULATION, year, date).map(found -> {
            var set = new ConvertObservations(register, populations).withoutJointFigures(found.set());
            var codes = List.of(PopulationClass.values()).stream()
                    .map(one -> new Category(one.code(), NO_NAME))
                    .toList();
            return table(
                    TableBy.POPULATION_CLASS,
                    set,
                    codes,
                    observation -> observation
                            .value()
                            .map(value -> PopulationClass.of(value).code()));
        });
    }

    private Optional<Table> byGrouping(TableBy by, LocalDate date, Year edition) {
        return values(by.code(), edition, date)
                .map(found -> table(by, found.set(), found.definition().categories(), Observation::value));
    }

    private static Table table(
            TableBy by, ObservationSet set, List<Category> categories, Function<Observation, Optional<String>> place) {
        var isPopulation = by == TableBy.POPULATION_CLASS;
        var rows = new ArrayList<Row>();
        var placed = new HashSet<MunicipalityNumber>();
        for (var category : categories) {
            var members = set.observations().stream()
                    .filter(observation -> place.apply(observation).equals(Optional.of(category.code())))
                    .toList();
            members.forEach(member -> placed.add(member.number()));
            if (isPopulation || !members.isEmpty()) {
                rows.add(new Row(
                        category.code(),
                        isPopulation ? Optional.empty() : Optional.of(category.name()),
                        members.stream().map(Observation::number).toList(),
                        members.stream()
                                .filter(member -> member.status() == ObservationStatus.ESTIMATED)
                                .map(Observation::number)
                                .toList()));
            }
        }
        return new Table(
                by,
                set.key().structureDate(),
                isPopulation ? Optional.of(set.key().year().atDay(1)) : Optional.empty(),
                isPopulation ? Optional.empty() : Optional.of(set.key().year()),
                rows,
                set.observations().stream()
                        .map(Observation::number)
                        .filter(number -> !placed.contains(number))
                        .toList());
    }

    private Optional<FindObservations.Outcome.Found> values(String code, Year year, LocalDate date) {
        return switch (findObservations.find(code, year, date, Optional.empty())) {
            case FindObservations.Outcome.Found found -> Optional.of(found);
            case FindObservations.Outcome.UnknownIndicator unknown -> Optional.empty();
            case FindObservations.Outcome.NoValues none -> Optional.empty();
        };
    }

    /** The newest edition in the structure of the year, or else the newest of all. */
    private Optional<Year> newestEdition(String code, LocalDate date) {
        var firstDay = Year.from(date).atDay(1);
        var keys = kept.keysOf(code);
        return keys.stream()
                .filter(key -> key.structureDate().equals(firstDay))
                .map(ObservationKey::year)
                .max(Year::compareTo)
                .or(() -> keys.stream().map(ObservationKey::year).max(Year::compareTo));
    }
}
