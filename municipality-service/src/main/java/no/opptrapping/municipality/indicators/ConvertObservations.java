package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toCollection;
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
import java.util.stream.Stream;
import no.opptrapping.municipality.conversion.BackPassage;
import no.opptrapping.municipality.conversion.ConvertFigures;
import no.opptrapping.municipality.conversion.Converted;
import no.opptrapping.municipality.conversion.Figure;
import no.opptrapping.municipality.conversion.ForwardPassage;
import no.opptrapping.municipality.conversion.NearestPopulation;
import no.opptrapping.municipality.conversion.Passage;
import no.opptrapping.municipality.conversion.PopulationFigures;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Expresses a quantity's values in another municipality structure, later or earlier; the total stays as it is. */
public final class ConvertObservations {
    private final Register register;
    private final PopulationFigures populations;

    public ConvertObservations(Register register, PopulationFigures populations) {
        this.register = register;
        this.populations = populations;
    }

    /**
     * The same values in the structure of the date. A joint figure whose municipalities all go on as they are is kept;
     * otherwise it is divided by their populations, and what comes of it is estimated. Where those are not known, what
     * depends on it is missing.
     */
    public ObservationSet to(LocalDate structureDate, ObservationSet set) {
        var decimals = decimalsOf(set);
        var before = figuresOf(set, decimals);
        var kept = new ArrayList<JointObservation>();
        for (var joint : set.joint()) {
            if (membersOf(joint, set).allMatch(member -> goesOn(member, structureDate))) {
                kept.add(joint);
            } else {
                before.putAll(divided(joint, set, decimals));
            }
        }
        var after = new ConvertFigures(passage(set.key().structureDate(), structureDate)).convert(before);
        var key = new ObservationKey(set.key().indicator(), set.key().year(), structureDate);
        return new ObservationSet(key, observationsOn(structureDate, after, decimals), kept);
    }

    /** The same set with every joint figure divided among its municipalities, as far as their populations are known. */
    public ObservationSet withoutJointFigures(ObservationSet set) {
        var decimals = decimalsOf(set);
        var own = new HashMap<MunicipalityId, Figure>();
        set.joint().forEach(joint -> own.putAll(divided(joint, set, decimals)));
        var observations = set.observations().stream()
                .map(observation -> Optional.ofNullable(own.get(observation.municipality()))
                        .map(figure -> observation(observation.municipality(), observation.number(), figure, decimals))
                        .orElse(observation))
                .toList();
        return new ObservationSet(set.key(), observations, List.of());
    }

    private Passage passage(LocalDate from, LocalDate to) {
        return to.isBefore(from)
                ? new BackPassage(
                        register.lineage(),
                        register.validOn(to).stream().map(Listed::id).toList(),
                        to,
                        from,
                        populations)
                : new ForwardPassage(register.lineage(), to);
    }

    private Map<MunicipalityId, Figure> divided(JointObservation joint, ObservationSet set, int decimals) {
        var ids = membersOf(joint, set).map(Observation::municipality).collect(toCollection(TreeSet::new));
        return new NearestPopulation(populations)
                .of(ids, set.key().year())
                .map(people -> ConvertFigures.divideJoint(units(joint.value(), decimals), people.number()))
                .orElseGet(Map::of);
    }

    private List<Observation> observationsOn(LocalDate date, Map<MunicipalityId, Converted> after, int decimals) {
        return register.validOn(date).stream()
                .map(listed -> observation(
                        listed.id(),
                        listed.number(),
                        Optional.ofNullable(after.get(listed.id()))
                                .map(Converted::figure)
                                .orElse(Figure.UNKNOWN),
                        decimals))
                .toList();
    }

    private static Observation observation(MunicipalityId id, MunicipalityNumber number, Figure figure, int decimals) {
        var status = figure.estimated() ? ObservationStatus.ESTIMATED : ObservationStatus.FINAL;
        return figure.value()
                .map(value -> BigDecimal.valueOf(value, decimals).toPlainString())
                .map(value -> new Observation(id, number, Optional.of(value), status))
                .orElseGet(() -> Observation.missing(id, number));
    }

    private static Stream<Observation> membersOf(JointObservation joint, ObservationSet set) {
        return set.observations().stream().filter(observation -> joint.numbers().contains(observation.number()));
    }

    private boolean goesOn(Observation member, LocalDate date) {
        return register.find(member.municipality())
                .flatMap(municipality -> municipality.versionOn(date))
                .filter(version -> version.number().equals(member.number()))
                .isPresent();
    }

    private static Map<MunicipalityId, Figure> figuresOf(ObservationSet set, int decimals) {
        return set.observations().stream()
                .collect(toMap(
                        Observation::municipality,
                        observation -> new Figure(
                                observation.value().map(value -> units(value, decimals)),
                                observation.status() == ObservationStatus.ESTIMATED),
                        (one, other) -> one,
                        HashMap::new));
    }

    /** In how many decimals the set is written; figures are divided in units of the last one. */
    private static int decimalsOf(ObservationSet set) {
        return Stream.concat(
                        set.observations().stream().map(Observation::value).flatMap(Optional::stream),
                        set.joint().stream().map(JointObservation::value))
                .mapToInt(value -> new BigDecimal(value).scale())
                .filter(scale -> scale > 0)
                .max()
                .orElse(0);
    }

    private static long units(String value, int decimals) {
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
