package no.opptrapping.platform.register;

import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Who took over from whom, as a graph of identities; immutable.
 *
 * <p>Where a split undid a merger and it is known whose land went where, everything that came from such a municipality
 * follows its land: what was 1534 Haram's until 2020 is 1580 Haram's alone, and none of it 1508 Ålesund's. Only what
 * was the merged municipality's own is divided by the people.
 */
public final class Descent {
    private final Map<MunicipalityId, List<Inheritance>> successors;
    private final Map<MunicipalityId, List<Inheritance>> predecessors;

    public Descent(Collection<Inheritance> steps) {
        var sorted = steps.stream()
                .sorted(Comparator.comparing(Inheritance::on).thenComparing(Inheritance::to))
                .toList();
        this.successors = sorted.stream().collect(groupingBy(Inheritance::from));
        this.predecessors = sorted.stream().collect(groupingBy(Inheritance::to));
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
        for (var heir : follow(Heir.whole(id), Set.of(id), date)) {
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
        return ancestorsOn(id, livedOn, Set.of());
    }

    private Set<MunicipalityId> ancestorsOn(
            MunicipalityId id, Predicate<MunicipalityId> livedOn, Set<MunicipalityId> within) {
        if (livedOn.test(id)) {
            return Set.of(id);
        }
        var steps = predecessorsOf(id);
        var onlyThere = steps.stream().anyMatch(step -> within.contains(step.from()))
                ? steps.stream().filter(step -> within.contains(step.from())).toList()
                : steps;
        var ancestors = new LinkedHashSet<MunicipalityId>();
        for (var step : onlyThere) {
            ancestors.addAll(ancestorsOn(step.from(), livedOn, step.territory()));
        }
        return ancestors;
    }

    /** What becomes of an heir until the date; {@code trail} are the municipalities that it has come through. */
    private List<Heir> follow(Heir heir, Set<MunicipalityId> trail, LocalDate date) {
        var steps = successorsOf(heir.id()).stream()
                .filter(step -> !step.on().isAfter(date) && !trail.contains(step.to()))
                .toList();
        if (steps.isEmpty()) {
            return List.of(heir);
        }
        var withItsLand = steps.stream()
                .filter(step -> step.territory().stream().anyMatch(trail::contains))
                .findFirst();
        if (withItsLand.isPresent()) {
            var step = withItsLand.get();
            return follow(heir.within(step), and(trail, step.to()), date);
        }
        var heirs = new ArrayList<Heir>();
        for (var step : steps) {
            heirs.addAll(follow(heir.after(step), and(trail, step.to()), date));
        }
        return heirs;
    }

    private static Set<MunicipalityId> and(Set<MunicipalityId> trail, MunicipalityId next) {
        var longer = new LinkedHashSet<>(trail);
        longer.add(next);
        return longer;
    }
}
