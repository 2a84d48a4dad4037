package no.opptrapping.municipality.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Compares an indicator's values of one year with what a source says of the municipalities. Pure. */
public final class CompareValues {
    private final ObservationKey key;
    private final List<Listed> structure;
    private final Map<MunicipalityId, Observation> registered;
    private final List<JointObservation> joint;

    /**
     * The values as they are registered.
     *
     * @param structure the municipalities valid on the key's structure date
     */
    public CompareValues(ObservationKey key, List<Listed> structure, Optional<ObservationSet> registered) {
        this.key = key;
        this.structure = List.copyOf(structure);
        this.registered = registered.map(ObservationSet::observations).orElse(List.of()).stream()
                .collect(toMap(Observation::municipality, identity()));
        this.joint = registered.map(ObservationSet::joint).orElse(List.of());
    }

    /** What differs; what the source does not mention is missing in it. */
    public List<Difference> differences(Map<MunicipalityNumber, String> source) {
        var found = new ArrayList<Difference>();
        for (var listed : structure) {
            var before = value(listed);
            var after = Optional.ofNullable(source.get(listed.number()));
            if (after.isPresent() && !before.equals(after)) {
                found.add(difference(before.isPresent() ? Kind.VALUE_CHANGED : Kind.VALUE_NEW, listed, before, after));
            } else if (before.isPresent() && after.isEmpty()) {
                found.add(difference(Kind.VALUE_MISSING, listed, before, after));
            }
        }
        return List.copyOf(found);
    }

    /** The set with the differences taken up. */
    public ObservationSet with(List<Difference> differences) {
        var news = new HashMap<String, String>();
        differences.stream()
                .filter(difference -> difference.canBeAdopted()
                        && difference.subject().equals(key.indicator())
                        && difference.on().equals(day(key))
                        && difference.edition().equals(edition()))
                .flatMap(difference -> difference.after().stream())
                .forEach(item -> news.put(item.number(), item.value()));
        return new ObservationSet(
                key,
                structure.stream()
                        .map(listed -> Optional.ofNullable(
                                        news.get(listed.number().value()))
                                .map(value -> new Observation(
                                        listed.id(), listed.number(), Optional.of(value), ObservationStatus.FINAL))
                                .or(() -> Optional.ofNullable(registered.get(listed.id())))
                                .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                        .toList(),
                joint.stream()
                        .filter(one -> one.numbers().stream().noneMatch(number -> news.containsKey(number.value())))
                        .toList());
    }

    private Optional<String> value(Listed listed) {
        return Optional.ofNullable(registered.get(listed.id())).flatMap(Observation::value);
    }

    private Difference difference(Kind kind, Listed listed, Optional<String> before, Optional<String> after) {
        return new Difference(kind, key.indicator(), day(key), items(listed, before), items(listed, after), edition());
    }

    private Optional<Year> edition() {
        return Optional.of(key.year()).filter(year -> !year.equals(Year.from(day(key))));
    }

    private static List<Item> items(Listed listed, Optional<String> value) {
        return value.stream()
                .map(one -> new Item(listed.number().value(), listed.name(), one))
                .toList();
    }

    static LocalDate day(ObservationKey key) {
        return key.structureDate();
    }
}
