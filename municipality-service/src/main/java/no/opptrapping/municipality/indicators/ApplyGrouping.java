package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.Heir;
import no.opptrapping.platform.values.MunicipalityId;

/** Applies an edition of a grouping, given for one structure, to the municipalities of another. */
public final class ApplyGrouping {
    private final Register register;

    public ApplyGrouping(Register register) {
        this.register = register;
    }

    /** What a municipality has to have in common with one of the edition's own to be in the same group. */
    public enum Inheritance {
        /** It must be the same municipality, only renumbered or renamed: one that took others over is another case. */
        ONE_TO_ONE,
        /** All that it came from, or that it became, must be in one and the same group (for regions of the country). */
        UNANIMOUS
    }

    /** The groups in the structure of the date; a municipality without one is missing: not classified. */
    public ObservationSet on(LocalDate structureDate, GroupingEdition edition, Inheritance inheritance) {
        var groups = groupsById(edition);
        var observations = register.validOn(structureDate).stream()
                .map(listed -> groupOf(listed, structureDate, edition, groups, inheritance)
                        .map(group -> new Observation(
                                listed.id(), listed.number(), Optional.of(group), ObservationStatus.FINAL))
                        .orElseGet(() -> Observation.missing(listed.id(), listed.number())))
                .toList();
        return new ObservationSet(
                new ObservationKey(edition.indicator(), edition.year(), structureDate), observations, List.of());
    }

    private Map<MunicipalityId, String> groupsById(GroupingEdition edition) {
        var groups = new HashMap<MunicipalityId, String>();
        for (var listed : register.validOn(edition.structureDate())) {
            var group = edition.groups().get(listed.number());
            if (group != null) {
                groups.put(listed.id(), group);
            }
        }
        return groups;
    }

    private Optional<String> groupOf(
            Listed listed,
            LocalDate date,
            GroupingEdition edition,
            Map<MunicipalityId, String> groups,
            Inheritance inheritance) {
        return switch (inheritance) {
            case ONE_TO_ONE ->
                tookOthersOverBetween(listed.id(), date, edition.structureDate())
                        ? Optional.empty()
                        : Optional.ofNullable(groups.get(listed.id()));
            case UNANIMOUS -> {
                var found = relativesOn(edition.structureDate(), listed.id()).stream()
                        .map(id -> Optional.ofNullable(groups.get(id)))
                        .collect(toSet());
                yield found.size() == 1 ? found.iterator().next() : Optional.empty();
            }
        };
    }

    private boolean tookOthersOverBetween(MunicipalityId id, LocalDate one, LocalDate other) {
        var from = one.isBefore(other) ? one : other;
        var to = one.isBefore(other) ? other : one;
        return register.lineage().predecessorsOf(id).stream()
                .anyMatch(step -> step.on().isAfter(from) && !step.on().isAfter(to));
    }

    private Set<MunicipalityId> relativesOn(LocalDate date, MunicipalityId id) {
        Predicate<MunicipalityId> livedThen = relative -> register.find(relative)
                .flatMap(municipality -> municipality.versionOn(date))
                .isPresent();
        if (livedThen.test(id)) {
            return Set.of(id);
        }
        var ancestors = register.lineage().ancestorsOn(id, livedThen);
        return ancestors.isEmpty()
                ? register.lineage().heirsOn(id, date).stream().map(Heir::id).collect(toSet())
                : ancestors;
    }
}
