package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.indicators.Category;

/** KOSTRA groups: the edition in force on the year's first day, compared with what is registered of that edition. */
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
        var day = Year.from(today).atDay(1);
        var edition = grouping.editionOn(day);
        var groups = grouping.groupsOn(day);
        var known = values.definition(INDICATOR).categories().stream()
                .map(Category::code)
                .collect(toSet());
        for (var group : groups.entrySet()) {
            if (!known.contains(group.getValue())) {
                throw new SourceFault(
                        SourceFault.Reason.CONTRADICTORY, Map.of("what", group.getKey() + ": " + group.getValue()));
            }
        }
        return values.compare(day, edition, Map.of(INDICATOR, groups));
    }

    @Override
    public String basis(List<Difference> differences) {
        return values.basis(differences);
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions, String by) {
        values.adopt(differences, by);
    }
}
