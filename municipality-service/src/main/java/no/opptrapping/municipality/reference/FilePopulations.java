package no.opptrapping.municipality.reference;

import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;

/** The total populations of {@code population.txt} by identity. */
final class FilePopulations implements PopulationFigures {
    private final Register register;
    private final Populations populations;

    FilePopulations(Register register, Populations populations) {
        this.register = register;
        this.populations = populations;
    }

    @Override
    public SortedSet<Year> years() {
        return IntStream.rangeClosed(
                        populations.firstYear().getValue(),
                        populations.lastYear().getValue())
                .mapToObj(Year::of)
                .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
    }

    @Override
    public Map<MunicipalityId, Long> on(Year year) {
        var people = new HashMap<MunicipalityId, Long>();
        register.validOn(year.atDay(1))
                .forEach(listed -> populations
                        .of(listed.number(), year, Populations.TOTAL)
                        .ifPresent(total -> people.put(listed.id(), total)));
        return people;
    }
}
