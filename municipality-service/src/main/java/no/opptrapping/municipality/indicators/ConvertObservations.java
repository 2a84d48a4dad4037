package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.conversion.ConvertFigures;
import no.opptrapping.municipality.conversion.Figure;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Expresses a quantity's values in a later municipality structure. */
public final class ConvertObservations {
    private final Register register;
    private final ConvertFigures figures;

    public ConvertObservations(Register register) {
        this.register = register;
        this.figures = new ConvertFigures(register.lineage());
    }

    /**
     * The same values in the structure of the date. A joint figure whose municipalities all go on as they are is kept;
     * otherwise it is divided by the weights, and what comes of it is estimated.
     *
     * @param weights the population of the municipalities that a joint figure may have to be divided among; where one
     *     is not known the joint figure cannot be divided, and what depends on it is missing
     */
    public ObservationSet to(LocalDate structureDate, ObservationSet set, Map<MunicipalityNumber, Long> weights) {
        var before = new HashMap<MunicipalityId, Figure>();
        set.observations().forEach(observation -> before.put(observation.municipality(), figureOf(observation)));
        var kept = new ArrayList<JointObservation>();
        for (var joint : set.joint()) {
            if (membersOf(joint, set).allMatch(member -> goesOn(member, structureDate))) {
                kept.add(joint);
            } else if (weights.keySet().containsAll(joint.numbers())) {
                before.putAll(ConvertFigures.divideJoint(
                        new BigDecimal(joint.value()).longValueExact(),
                        membersOf(joint, set)
                                .collect(toMap(
                                        Observation::municipality,
                                        member -> weights.getOrDefault(member.number(), 0L)))));
            }
        }
        var after = figures.forward(before, structureDate);
        var key = new ObservationKey(set.key().indicator(), set.key().year(), structureDate);
        return new ObservationSet(key, observationsOn(structureDate, after), kept);
    }

    private List<Observation> observationsOn(LocalDate date, Map<MunicipalityId, Figure> figuresThen) {
        return register.validOn(date).stream()
                .map(listed -> {
                    var figure = figuresThen.getOrDefault(listed.id(), Figure.UNKNOWN);
                    var status = figure.estimated() ? ObservationStatus.ESTIMATED : ObservationStatus.FINAL;
                    return figure.value()
                            .map(value -> new Observation(
                                    listed.id(), listed.number(), Optional.of(Long.toString(value)), status))
                            .orElseGet(() -> Observation.missing(listed.id(), listed.number()));
                })
                .toList();
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

    private static Figure figureOf(Observation observation) {
        return new Figure(
                observation.value().map(value -> new BigDecimal(value).longValueExact()),
                observation.status() == ObservationStatus.ESTIMATED);
    }
}
