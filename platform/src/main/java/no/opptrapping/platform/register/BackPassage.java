package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * To an earlier structure: a municipality's figure is divided among those that it came from, by the people of each that
 * came to it, and that is an estimate. Nothing is estimated where a sum suffices: where an earlier municipality became
 * one or several later ones that nobody else had a part in, its figure is theirs together.
 */
public final class BackPassage implements Passage {
    private final Map<MunicipalityId, List<Source>> sources = new HashMap<>();
    private final Set<MunicipalityId> sums = new HashSet<>();
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
            Descent descent,
            Collection<MunicipalityId> earlier,
            LocalDate to,
            LocalDate from,
            PopulationFigures populations) {
        this.populations = new NearestPopulation(populations);
        this.year = Year.from(to);
        var heirs = new HashMap<MunicipalityId, List<Heir>>();
        for (var id : earlier) {
            heirs.put(id, descent.heirsOn(id, from));
        }
        heirs.forEach((id, all) -> all.forEach(heir ->
                sources.computeIfAbsent(heir.id(), later -> new ArrayList<>()).add(new Source(id, heir))));
        heirs.forEach((id, all) -> {
            if (all.stream().allMatch(heir -> sourcesOf(heir.id()).size() == 1)) {
                sums.add(id);
            }
        });
    }

    /** A municipality of the earlier structure, and what of it came to a later one. */
    private record Source(MunicipalityId id, Heir heir) {}

    @Override
    public List<Portion> portionsOf(MunicipalityId id) {
        var from = sourcesOf(id);
        if (from.size() == 1) {
            var only = from.getFirst().id();
            return List.of(
                    sums.contains(only)
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

    private List<Source> sourcesOf(MunicipalityId later) {
        return sources.getOrDefault(later, List.of());
    }
}
