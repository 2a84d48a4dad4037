package no.opptrapping.municipality.conversion;

import static java.util.stream.Collectors.toMap;

import java.time.Year;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.platform.register.ConvertFigures;
import no.opptrapping.platform.register.Figure;
import no.opptrapping.platform.register.NearestPopulation;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.register.Portion;

/**
 * One figure of several municipalities, divided among them by their populations; an estimate.
 *
 * @param value what was divided
 * @param year the year of the populations
 * @param parts what each of them got, by number; the value in sum
 * @param pointer where the figure stands in what was asked
 */
public record JointDivision(long value, Year year, Map<Listed, Long> parts, String pointer) {
    static JointDivision of(
            ConvertBetweenStructures.Given given, List<Listed> members, NearestPopulation.People people) {
        var divided = ConvertFigures.divideJoint(
                given.value(), members.stream().collect(toMap(Listed::id, member -> people.of(member.id()))));
        var parts = new TreeMap<Listed, Long>(Comparator.comparing(Listed::number));
        members.forEach(member -> parts.put(
                member,
                divided.getOrDefault(member.id(), Figure.UNKNOWN).value().orElse(0L)));
        return new JointDivision(given.value(), people.year(), parts, given.pointer());
    }

    /** Whether all of the figure is one municipality's again, so that it does not matter how it was divided. */
    boolean comesTogether(Passage passage) {
        var portions = parts.keySet().stream()
                .flatMap(member -> passage.portionsOf(member.id()).stream())
                .toList();
        return portions.stream().map(Portion::to).distinct().count() == 1
                && portions.stream().noneMatch(portion -> !portion.method().isUndivided());
    }
}
