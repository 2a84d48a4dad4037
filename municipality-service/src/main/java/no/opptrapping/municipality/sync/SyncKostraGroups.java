package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.indicators.Category;

/** KOSTRA groups, as they are on the year's first day. */
@ApplicationScoped
class SyncKostraGroups implements Synchronisation {
    private static final String INDICATOR = "kostra-group";

    private final KostraGrouping grouping;
    private final ValuesOfYear values;

    SyncKostraGroups(KostraGrouping grouping, ValuesOfYear values) {
        this.grouping = grouping;
        this.values = values;
    }

    @Override
    public Source source() {
        return Source.KOSTRA_GROUPS;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var year = Year.from(today);
        var groups = grouping.groupsOn(year.atDay(1));
        var known = values.definition(INDICATOR).categories().stream()
                .map(Category::code)
                .collect(toSet());
        for (var group : groups.entrySet()) {
            if (!known.contains(group.getValue())) {
                throw new SourceFault(
                        SourceFault.Reason.CONTRADICTORY, Map.of("what", group.getKey() + ": " + group.getValue()));
            }
        }
        return values.compare(year, Map.of(INDICATOR, groups));
    }

    @Override
    public String basis(List<Difference> differences) {
        return values.basis(differences);
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions) {
        values.adopt(differences);
    }
}
