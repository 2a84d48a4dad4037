package no.opptrapping.municipality.conversion;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.opptrapping.municipality.lineage.Heir;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * To an earlier structure: a municipality's figure is divided among those that it came from, by the people of each that
 * came to it. What crosses a structure change on the way back is an estimate, also where nothing is divided: the figure
 * is of a territory that the earlier municipality did not have alone, or did not have all of.
 */
public final class BackPassage implements Passage {
    private final Map<MunicipalityId, List<Source>> sources = new HashMap<>();
    private final NearestPopulation populations;
    private final Year year;

    /**
     * The way back.
     *
     * @param earlier the municipalities of the earlier structure
     * @param to the earlier date
     * @param from the later date
     */
    public BackPassage(
            Lineage lineage,
            Collection<MunicipalityId> earlier,
            LocalDate to,
            LocalDate from,
            PopulationFigures populations) {
        this.populations = new NearestPopulation(populations);
        this.year = Year.from(to);
        for (var id : earlier) {
            for (var heir : lineage.heirsOn(id, from)) {
                sources.computeIfAbsent(heir.id(), later -> new ArrayList<>()).add(new Source(id, heir));
            }
        }
    }

    /** A municipality of the earlier structure, and what of it came to a later one. */
    private record Source(MunicipalityId id, Heir heir) {}

    @Override
    public List<Portion> portionsOf(MunicipalityId id) {
        var from = sources.getOrDefault(id, List.of());
        if (from.size() == 1) {
            var only = from.getFirst().id();
            return List.of(
                    only.equals(id)
                            ? Portion.whole(only)
                            : new Portion(only, BigDecimal.ONE, Method.POPULATION, Optional.empty()));
        }
        var ids = from.stream().map(Source::id).collect(TreeSet<MunicipalityId>::new, TreeSet::add, TreeSet::addAll);
        return populations
                .of(ids, year)
                .map(people -> from.stream()
                        .map(source -> new Portion(
                                source.id(),
                                source.heir().share().multiply(BigDecimal.valueOf(people.of(source.id()))),
                                Method.POPULATION,
                                Optional.of(people.year())))
                        .toList())
                .orElseGet(() -> from.stream()
                        .map(source -> new Portion(source.id(), BigDecimal.ZERO, Method.POPULATION, Optional.empty()))
                        .toList());
    }
}
