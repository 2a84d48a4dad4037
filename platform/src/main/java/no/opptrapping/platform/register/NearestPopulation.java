package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * The populations that several municipalities are compared by: those of the year, or of the nearest later year in which
 * each of them has a figure of its own, or else of the nearest earlier one. So 0706, 0719 and 0720, which have only a
 * joint figure in 2012 to 2015, are compared by their totals of 2016.
 */
public final class NearestPopulation {
    private final PopulationFigures figures;
    private final Map<Year, Map<MunicipalityId, Long>> read = new HashMap<>();

    public NearestPopulation(PopulationFigures figures) {
        this.figures = figures;
    }

    /** The people of some municipalities on 1 January of one and the same year. */
    public record People(Year year, Map<MunicipalityId, Long> number) {
        public People {
            number = Map.copyOf(number);
        }

        /** How many live in one of them. */
        public long of(MunicipalityId id) {
            return number.getOrDefault(id, 0L);
        }
    }

    /** Their people; empty if they never have a figure each, or nobody lives there. */
    public Optional<People> of(Set<MunicipalityId> ids, Year year) {
        return Stream.concat(figures.years().tailSet(year).stream(), figures.years().headSet(year).reversed().stream())
                .flatMap(candidate -> in(candidate, ids).stream())
                .findFirst();
    }

    /** The people of municipalities in the year, as weights. */
    public ConvertRatios.Weights weightsOf(Year year) {
        return ids -> of(ids, year).map(people -> {
            var weights = new TreeMap<MunicipalityId, BigDecimal>();
            people.number().forEach((id, number) -> weights.put(id, BigDecimal.valueOf(number)));
            return weights;
        });
    }

    private Optional<People> in(Year year, Set<MunicipalityId> ids) {
        var people = read.computeIfAbsent(year, figures::on);
        if (ids.isEmpty() || !people.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        var number = new TreeMap<MunicipalityId, Long>();
        ids.forEach(id -> number.put(id, people.getOrDefault(id, 0L)));
        return number.values().stream().anyMatch(count -> count > 0)
                ? Optional.of(new People(year, number))
                : Optional.empty();
    }
}
