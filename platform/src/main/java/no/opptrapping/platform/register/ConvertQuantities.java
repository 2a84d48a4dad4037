package no.opptrapping.platform.register;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Expresses a whole set of a quantity's figures in another municipality structure, also those that several
 * municipalities have together only. The total stays as it is; a figure is known only if everything that goes into it
 * is.
 */
public final class ConvertQuantities {
    private final Passage passage;
    private final NearestPopulation populations;

    public ConvertQuantities(Passage passage, PopulationFigures populations) {
        this.passage = passage;
        this.populations = new NearestPopulation(populations);
    }

    /** One figure of several municipalities, where the source has none for each. */
    public record Joint(Set<MunicipalityId> members, Figure figure) {
        public Joint {
            members = Set.copyOf(members);
        }
    }

    /**
     * The figures in the target structure.
     *
     * @param joint those that are joint figures there too, because all their municipalities go on as they are
     */
    public record Result(Map<MunicipalityId, Converted> figures, List<Joint> joint) {
        public Result {
            figures = Map.copyOf(figures);
            joint = List.copyOf(joint);
        }
    }

    /**
     * Converts the set. A joint figure whose municipalities all go on as they are is kept, and one whose municipalities
     * become one is that one's, exactly; otherwise it is divided by their populations, and what comes of it is
     * estimated. Where those are not known, what depends on it is not either.
     *
     * @param own of every municipality of the structure that the figures are of, {@link Figure#UNKNOWN} where it has none
     * @param year the year of the figures
     */
    public Result convert(Map<MunicipalityId, Figure> own, List<Joint> together, Year year) {
        var sources = sources(own.keySet());
        var before = new HashMap<>(own);
        var kept = new ArrayList<Joint>();
        for (var joint : together) {
            if (joint.members().stream().allMatch(member -> goesOn(member, sources))) {
                kept.add(joint);
            } else {
                before.putAll(comesTogether(joint) ? inOne(joint) : divided(joint, year));
            }
        }
        return new Result(new ConvertFigures(passage).convert(before), kept);
    }

    /** A joint figure divided among its municipalities by their populations; empty if these are not known. */
    public Map<MunicipalityId, Figure> divided(Joint joint, Year year) {
        return joint.figure()
                .value()
                .flatMap(value -> populations
                        .of(new TreeSet<>(joint.members()), year)
                        .map(people -> ConvertFigures.divideJoint(value, people.number())))
                .orElseGet(Map::of);
    }

    /** Whose figures go into each municipality of the target structure. */
    private Map<MunicipalityId, Set<MunicipalityId>> sources(Set<MunicipalityId> ids) {
        return ids.stream()
                .flatMap(id -> passage.portionsOf(id).stream()
                        .filter(portion -> portion.weight().signum() > 0)
                        .map(portion -> Map.entry(portion.to(), id)))
                .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toSet())));
    }

    private boolean goesOn(MunicipalityId member, Map<MunicipalityId, Set<MunicipalityId>> sources) {
        return passage.portionsOf(member).stream().map(Portion::to).toList().equals(List.of(member))
                && Set.of(member).equals(sources.get(member));
    }

    /** Whether all of it is one municipality's, so that it does not matter how it is divided. */
    private boolean comesTogether(Joint joint) {
        var portions = joint.members().stream()
                .flatMap(member -> passage.portionsOf(member).stream())
                .toList();
        return portions.stream().map(Portion::to).distinct().count() == 1
                && portions.stream().allMatch(portion -> portion.method().isUndivided());
    }

    private static Map<MunicipalityId, Figure> inOne(Joint joint) {
        var parts = new TreeMap<MunicipalityId, Figure>();
        var status = joint.figure().status();
        for (var member : new TreeSet<>(joint.members())) {
            parts.put(member, parts.isEmpty() ? joint.figure() : Figure.known(0, status));
        }
        return parts;
    }
}
