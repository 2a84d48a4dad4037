package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Population on 1 January. */
@ApplicationScoped
class SyncPopulation implements Synchronisation {
    private final PopulationTable table;
    private final ValuesOfYear values;
    private final CurrentRegister currentRegister;

    SyncPopulation(PopulationTable table, ValuesOfYear values, CurrentRegister currentRegister) {
        this.table = table;
        this.values = values;
        this.currentRegister = currentRegister;
    }

    @Override
    public Source source() {
        return Source.POPULATION;
    }

    /** The newest figures are of this year or, until they are published, of the last. */
    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var register = currentRegister.get().register();
        var year = Year.from(today);
        var numbers = new TreeSet<MunicipalityNumber>();
        register.validOn(year.atDay(1)).forEach(listed -> numbers.add(listed.number()));
        register.validOn(year.minusYears(1).atDay(1)).forEach(listed -> numbers.add(listed.number()));
        var newest = table.newest(numbers);
        if (!newest.year().equals(year) && !newest.year().equals(year.minusYears(1))) {
            throw new SourceFault(
                    SourceFault.Reason.CONTRADICTORY,
                    Map.of("what", newest.year().toString()));
        }
        return values.compare(newest.year().atDay(1), newest.year(), newest.values());
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
