package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.municipality.lineage.EstimateShares;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Estimates the parts of municipalities that are split on a day, as {@link EstimateShares} says: the people of each
 * successor on the day less the last population of whoever else became part of it. A split of which a figure is unknown,
 * or a successor takes over parts of another one too, is left as it is. Pure.
 */
public final class EstimateSplits {
    private final Map<MunicipalityNumber, Long> before;
    private final Map<MunicipalityNumber, Long> after;
    private final Year year;

    /**
     * The figures.
     *
     * @param before the people of municipalities, by their last number, on the last 1 January before the day
     * @param after the people of municipalities, by their new number, on the first 1 January of the new structure
     * @param year the year of the latter
     */
    public EstimateSplits(Map<MunicipalityNumber, Long> before, Map<MunicipalityNumber, Long> after, Year year) {
        this.before = Map.copyOf(before);
        this.after = Map.copyOf(after);
        this.year = year;
    }

    /** The first 1 January on which the structure of the day is in force. */
    public static LocalDate counted(LocalDate day) {
        return day.getDayOfYear() == 1 ? day : day.plusYears(1).withDayOfYear(1);
    }

    /** The differences of one day, the parts of splits with their estimated shares. */
    public List<Difference> of(List<Difference> differences) {
        return differences.stream()
                .map(difference -> difference.kind() == Kind.SPLIT
                        ? moved(difference, differences)
                                .map(people -> estimated(difference, people))
                                .orElse(difference)
                        : difference)
                .toList();
    }

    private Difference estimated(Difference split, Map<MunicipalityNumber, Long> people) {
        var shares = EstimateShares.from(people);
        return new Difference(
                split.kind(),
                split.subject(),
                split.on(),
                split.before(),
                split.after().stream()
                        .map(item -> new Item(
                                item.number(),
                                item.name(),
                                Optional.ofNullable(shares.get(ApplyStructure.number(item)))
                                        .orElseThrow()
                                        .toPlainString(),
                                Optional.of(year)))
                        .toList());
    }

    /** How many people are estimated to have moved to each successor; empty if that cannot be said. */
    private Optional<Map<MunicipalityNumber, Long>> moved(Difference split, List<Difference> all) {
        var moved = new TreeMap<MunicipalityNumber, Long>();
        for (var successor : split.after()) {
            movedTo(successor, split, all).ifPresent(people -> moved.put(ApplyStructure.number(successor), people));
        }
        return moved.size() == split.after().size() && moved.values().stream().anyMatch(people -> people > 0)
                ? Optional.of(moved)
                : Optional.empty();
    }

    private Optional<Long> movedTo(Item successor, Difference split, List<Difference> all) {
        var others = all.stream()
                .filter(other -> !other.equals(split)
                        && other.canBeAdopted()
                        && other.after().stream().anyMatch(item -> item.number().equals(successor.number())))
                .toList();
        var origins = others.stream()
                .flatMap(other -> other.before().stream())
                .map(ApplyStructure::number)
                .toList();
        if (others.stream().anyMatch(other -> other.kind() == Kind.SPLIT)
                || !before.keySet().containsAll(origins)) {
            return Optional.empty();
        }
        return Optional.ofNullable(after.get(ApplyStructure.number(successor)))
                .map(people -> people
                        - origins.stream()
                                .mapToLong(origin -> before.getOrDefault(origin, 0L))
                                .sum());
    }
}
