package no.opptrapping.municipality.reference;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.municipality.indicators.ApplyGrouping;
import no.opptrapping.municipality.indicators.ApplyGrouping.Inheritance;
import no.opptrapping.municipality.indicators.ConvertObservations;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Makes sets of observations of what the reference data says about each number. */
final class ReferenceObservations {
    /** The population indicators, in the order of the figures in {@code population.txt}. */
    private static final List<String> POPULATION =
            List.of("population", "population-0-17", "population-18-66", "population-67-plus");

    private final Register register;
    private final Populations populations;

    ReferenceObservations(Register register, Populations populations) {
        this.register = register;
        this.populations = populations;
    }

    /** Of each year in its own structure, and in the next year's where that is another. */
    List<ObservationSet> populations() {
        var convert = new ConvertObservations(register, new FilePopulations(register, populations));
        var sets = new ArrayList<ObservationSet>();
        for (var year : years()) {
            var next = firstDay(year.plusYears(1));
            var changes = year.isBefore(populations.lastYear())
                    && !structure(firstDay(year)).equals(structure(next));
            for (var place = 0; place < POPULATION.size(); place++) {
                var set = population(year, place);
                sets.add(set);
                if (changes) {
                    sets.add(convert.to(next, set).asConvertedFrom(firstDay(year)));
                }
            }
        }
        return sets;
    }

    List<ObservationSet> kostraGroups(ReferenceLines lines) {
        return groupings(new GroupingFile("kostra-group", register).parse(lines), Inheritance.ONE_TO_ONE);
    }

    List<ObservationSet> healthRegions(ReferenceLines lines) {
        return groupings(new GroupingFile("health-region", register).parse(lines), Inheritance.UNANIMOUS);
    }

    List<ObservationSet> centralityClasses(ReferenceLines lines) {
        return groupings(new GroupingFile("centrality", register).parse(lines), Inheritance.ONE_TO_ONE);
    }

    List<ObservationSet> healthTrustAreas(ReferenceLines lines) {
        return groupings(new GroupingFile("health-trust-area", register).parse(lines), Inheritance.UNANIMOUS);
    }

    List<ObservationSet> needIndices(ReferenceLines lines) {
        return NeedIndexFile.parse(lines).stream()
                .map(edition -> {
                    var date = firstDay(edition.year());
                    return new ObservationSet(
                            new ObservationKey("need-index", edition.year(), date),
                            register.validOn(date).stream()
                                    .map(listed -> Optional.ofNullable(
                                                    edition.indices().get(listed.number()))
                                            .map(index -> new Observation(
                                                    listed.id(),
                                                    listed.number(),
                                                    Optional.of(index),
                                                    ObservationStatus.FINAL))
                                            .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                                    .toList(),
                            List.of());
                })
                .toList();
    }

    /** Of each year the newest edition, and each edition in the structure that it was given for. */
    private List<ObservationSet> groupings(List<GroupingFile.InForce> editions, Inheritance inheritance) {
        var apply = new ApplyGrouping(register);
        var sets = new TreeMap<ObservationKey, ObservationSet>();
        for (var year : years()) {
            editions.stream()
                    .filter(inForce -> !inForce.from().isAfter(year))
                    .max(Comparator.comparing(GroupingFile.InForce::from))
                    .map(inForce -> apply.on(firstDay(year), inForce.edition(), inheritance)
                            .asConvertedFrom(inForce.edition().structureDate()))
                    .ifPresent(set -> sets.put(set.key(), set));
        }
        for (var inForce : editions) {
            var own = apply.on(inForce.edition().structureDate(), inForce.edition(), inheritance);
            sets.put(own.key(), own);
        }
        return List.copyOf(sets.values());
    }

    private ObservationSet population(Year year, int place) {
        var observations = register.validOn(firstDay(year)).stream()
                .map(listed -> populations
                        .of(listed.number(), year, place)
                        .map(people -> new Observation(
                                listed.id(),
                                listed.number(),
                                Optional.of(Long.toString(people)),
                                ObservationStatus.FINAL))
                        .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                .toList();
        var joint = populations.joint(year, place).entrySet().stream()
                .map(figure -> new JointObservation(figure.getKey(), Long.toString(figure.getValue())))
                .toList();
        return new ObservationSet(new ObservationKey(POPULATION.get(place), year, firstDay(year)), observations, joint);
    }

    private Map<MunicipalityId, MunicipalityNumber> structure(LocalDate date) {
        return register.validOn(date).stream().collect(toMap(Listed::id, Listed::number));
    }

    private List<Year> years() {
        return List.copyOf(new FilePopulations(register, populations).years());
    }

    private static LocalDate firstDay(Year year) {
        return year.atDay(1);
    }
}
