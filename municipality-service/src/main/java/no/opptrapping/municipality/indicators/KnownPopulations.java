package no.opptrapping.municipality.indicators;

import static java.util.stream.Collectors.toCollection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;

/** The populations that figures are divided by: the newest version of the indicator {@value #POPULATION},
 * unless it has been withdrawn. */
@ApplicationScoped
class KnownPopulations implements PopulationFigures {
    static final String POPULATION = "population";

    private final ObservationSets kept;

    KnownPopulations(ObservationSets kept) {
        this.kept = kept;
    }

    @Override
    @Transactional
    public SortedSet<Year> years() {
        return kept.keysInUse(POPULATION).stream()
                .filter(key -> key.structureDate().equals(key.year().atDay(1)))
                .map(ObservationKey::year)
                .collect(toCollection(TreeSet::new));
    }

    @Override
    @Transactional
    public Map<MunicipalityId, Long> on(Year year) {
        return kept.inUse(new ObservationKey(POPULATION, year, year.atDay(1)))
                .map(versioned -> own(versioned.set()))
                .orElseGet(Map::of);
    }

    private static Map<MunicipalityId, Long> own(ObservationSet set) {
        var people = new HashMap<MunicipalityId, Long>();
        set.observations()
                .forEach(observation ->
                        observation.value().ifPresent(value -> people.put(observation.municipality(), whole(value))));
        return people;
    }

    private static long whole(String value) {
        return new BigDecimal(value).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
    }
}
