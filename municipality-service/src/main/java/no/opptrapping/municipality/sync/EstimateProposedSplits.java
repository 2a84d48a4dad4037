package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jboss.logging.Logger;

/**
 * Finds the figures for {@link EstimateSplits}: those of the successors at Statistics Norway, which has them once the new
 * structure has been in force on a 1 January; the others as they are registered. Without them a split is proposed
 * without an estimate, and the person who adopts it says how many moved.
 */
@ApplicationScoped
class EstimateProposedSplits {
    private static final Logger LOG = Logger.getLogger(EstimateProposedSplits.class);

    private final PopulationTable table;
    private final PopulationFigures populations;

    EstimateProposedSplits(PopulationTable table, PopulationFigures populations) {
        this.table = table;
        this.populations = populations;
    }

    /** The differences, the parts of splits with estimated shares where these can be found today. */
    List<Difference> in(List<Difference> differences, Register register, LocalDate today) {
        return differences.stream().collect(groupingBy(Difference::on, TreeMap::new, toList())).entrySet().stream()
                .flatMap(day -> ofDay(day.getKey(), day.getValue(), register, today).stream())
                .toList();
    }

    private List<Difference> ofDay(LocalDate day, List<Difference> differences, Register register, LocalDate today) {
        var counted = EstimateSplits.counted(day);
        var successors = new TreeSet<MunicipalityNumber>();
        differences.stream()
                .filter(difference -> difference.kind() == Kind.SPLIT)
                .forEach(split -> split.after().forEach(item -> successors.add(ApplyStructure.number(item))));
        if (successors.isEmpty() || counted.isAfter(today)) {
            return differences;
        }
        return people(Year.from(counted), successors)
                .map(after -> new EstimateSplits(before(day, register), after, Year.from(counted)).of(differences))
                .orElse(differences);
    }

    private Optional<Map<MunicipalityNumber, Long>> people(Year year, Set<MunicipalityNumber> successors) {
        try {
            var people = new HashMap<MunicipalityNumber, Long>();
            table.on(year, successors)
                    .values()
                    .getOrDefault(PopulationTable.TOTAL, Map.of())
                    .forEach((number, value) -> people.put(number, Long.valueOf(value)));
            return Optional.of(people);
        } catch (SourceFault fault) {
            LOG.warnf("No population of %s in %s to estimate a split by: %s", successors, year, fault.getMessage());
            return Optional.empty();
        }
    }

    private Map<MunicipalityNumber, Long> before(LocalDate day, Register register) {
        var lastDay = day.minusDays(1);
        var people = populations.on(Year.from(lastDay));
        var before = new HashMap<MunicipalityNumber, Long>();
        register.validOn(lastDay)
                .forEach(listed -> Optional.ofNullable(people.get(listed.id()))
                        .ifPresent(number -> before.put(listed.number(), number)));
        return before;
    }
}
