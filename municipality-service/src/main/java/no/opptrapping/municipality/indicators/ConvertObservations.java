package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.ConvertQuantities;
import no.opptrapping.platform.register.ConvertQuantities.Joint;
import no.opptrapping.platform.register.Converted;
import no.opptrapping.platform.register.Figure;
import no.opptrapping.platform.register.FigureStatus;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.register.PopulationFigures;
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

    /** The same values in the structure of the date, as {@link ConvertQuantities} says. */
    public ObservationSet to(LocalDate structureDate, ObservationSet set) {
        var decimals = decimalsOf(set);
        var converted = convert(structureDate, set)
                .convert(
                        figuresOf(set, decimals),
                        jointOf(set, decimals),
                        set.key().year());
        var numbers = register.validOn(structureDate).stream().collect(toMap(Listed::id, Listed::number));
        var key = new ObservationKey(set.key().indicator(), set.key().year(), structureDate);
        return new ObservationSet(
                key,
                observationsOn(structureDate, converted.figures(), decimals),
                converted.joint().stream()
                        .map(joint -> named(joint, numbers, decimals))
                        .toList());
    }

    /** The same set with every joint figure divided among its municipalities, as far as their populations are known. */
    public ObservationSet withoutJointFigures(ObservationSet set) {
        var decimals = decimalsOf(set);
        var convert = convert(set.key().structureDate(), set);
        var own = new HashMap<MunicipalityId, Figure>();
        jointOf(set, decimals)
                .forEach(joint -> own.putAll(convert.divided(joint, set.key().year())));
        var observations = set.observations().stream()
                .map(observation -> Optional.ofNullable(own.get(observation.municipality()))
                        .map(figure -> observation(observation.municipality(), observation.number(), figure, decimals))
                        .orElse(observation))
                .toList();
        return new ObservationSet(set.key(), observations, List.of());
    }

    private ConvertQuantities convert(LocalDate to, ObservationSet set) {
        return new ConvertQuantities(
                Passage.between(
                        register.lineage().descent(),
                        set.key().structureDate(),
                        to,
                        register.validOn(to).stream().map(Listed::id).toList(),
                        populations),
                populations);
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
        return figure.value()
                .map(value -> decimal(value, decimals))
                .map(value -> new Observation(id, number, Optional.of(value), ObservationStatus.of(figure.status())))
                .orElseGet(() -> Observation.missing(id, number));
    }

    private static Map<MunicipalityId, Figure> figuresOf(ObservationSet set, int decimals) {
        return set.observations().stream()
                .collect(toMap(
                        Observation::municipality,
                        observation -> observation
                                .value()
                                .map(value -> Figure.known(units(value, decimals), statusOf(observation)))
                                .orElse(Figure.UNKNOWN)));
    }

    private static FigureStatus statusOf(Observation observation) {
        return observation.status().ofFigure().orElse(FigureStatus.FINAL);
    }

    private static List<Joint> jointOf(ObservationSet set, int decimals) {
        return set.joint().stream()
                .map(joint -> new Joint(
                        set.observations().stream()
                                .filter(observation -> joint.numbers().contains(observation.number()))
                                .map(Observation::municipality)
                                .collect(toSet()),
                        Figure.known(units(joint.value(), decimals))))
                .toList();
    }

    private static JointObservation named(Joint joint, Map<MunicipalityId, MunicipalityNumber> numbers, int decimals) {
        return new JointObservation(
                joint.members().stream()
                        .flatMap(member -> Optional.ofNullable(numbers.get(member)).stream())
                        .sorted()
                        .toList(),
                decimal(joint.figure().value().orElseThrow(), decimals));
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

    private static String decimal(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).toPlainString();
    }

    private static long units(String value, int decimals) {
        return new BigDecimal(value)
                .setScale(decimals, RoundingMode.UNNECESSARY)
                .unscaledValue()
                .longValueExact();
    }
}
