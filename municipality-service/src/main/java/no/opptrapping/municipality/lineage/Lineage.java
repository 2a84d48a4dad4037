package no.opptrapping.municipality.lineage;

import static java.util.stream.Collectors.groupingBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.opptrapping.platform.values.MunicipalityId;

/** All structure changes as a graph of identities; immutable. */
public final class Lineage {
    private final List<StructureChange> changes;
    private final Map<MunicipalityId, List<Inheritance>> successors;
    private final Map<MunicipalityId, List<Inheritance>> predecessors;

    public Lineage(List<StructureChange> changes) {
        this.changes = changes.stream()
                .sorted(Comparator.comparing(StructureChange::on))
                .toList();
        var steps = this.changes.stream()
                .flatMap(change -> stepsOf(change).stream())
                .sorted(Comparator.comparing(Inheritance::on).thenComparing(Inheritance::to))
                .toList();
        this.successors = steps.stream().collect(groupingBy(Inheritance::from));
        this.predecessors = steps.stream().collect(groupingBy(Inheritance::to));
    }

    private static List<Inheritance> stepsOf(StructureChange change) {
        return switch (change) {
            case StructureChange.Merger merger ->
                merger.before().stream()
                        .filter(party -> !party.id().equals(merger.after().id()))
                        .map(party -> new Inheritance(
                                merger.on(), party.id(), merger.after().id(), BigDecimal.ONE, ShareMethod.WHOLE, true))
                        .toList();
            case StructureChange.Split split ->
                split.parts().stream()
                        .map(part -> new Inheritance(
                                split.on(),
                                split.before().id(),
                                part.successor().id(),
                                part.share(),
                                part.method(),
                                part.dutyBearer()))
                        .toList();
        };
    }

    /** Mergers and splits, oldest first. */
    public List<StructureChange> changes() {
        return changes;
    }

    /** Who took over when the municipality ceased; empty while it lives. */
    public List<Inheritance> successorsOf(MunicipalityId id) {
        return successors.getOrDefault(id, List.of());
    }

    /** Whom the municipality took over from, at its founding or later. */
    public List<Inheritance> predecessorsOf(MunicipalityId id) {
        return predecessors.getOrDefault(id, List.of());
    }

    /**
     * What is left of the municipality on the date: itself with share 1 if it still lives, otherwise its heirs through
     * the whole chain. The shares sum to one.
     */
    public List<Heir> heirsOn(MunicipalityId id, LocalDate date) {
        var heirs = new LinkedHashMap<MunicipalityId, Heir>();
        for (var heir : follow(Heir.whole(id), date)) {
            heirs.merge(heir.id(), heir, Heir::plus);
        }
        return List.copyOf(heirs.values());
    }

    /**
     * Who stood on the date where the municipality stands now: itself if it already lived then, otherwise its
     * predecessors through the whole chain, among them those that it only took a part of.
     *
     * @param livedOn whether an identity existed on the date
     */
    public Set<MunicipalityId> ancestorsOn(MunicipalityId id, Predicate<MunicipalityId> livedOn) {
        if (livedOn.test(id)) {
            return Set.of(id);
        }
        var ancestors = new LinkedHashSet<MunicipalityId>();
        for (var step : predecessorsOf(id)) {
            ancestors.addAll(ancestorsOn(step.from(), livedOn));
        }
        return ancestors;
    }

    private List<Heir> follow(Heir heir, LocalDate date) {
        var steps = successorsOf(heir.id()).stream()
                .filter(step -> !step.on().isAfter(date))
                .toList();
        if (steps.isEmpty()) {
            return List.of(heir);
        }
        var heirs = new ArrayList<Heir>();
        for (var step : steps) {
            heirs.addAll(follow(heir.after(step), date));
        }
        return heirs;
    }
}
