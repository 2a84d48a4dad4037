package no.opptrapping.municipality.conversion;

import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** Asks for populations once, however many figures are divided by them in one conversion. */
final class RememberedPopulations implements PopulationFigures {
    private final PopulationFigures figures;
    private final Map<Year, Map<MunicipalityId, Long>> read = new HashMap<>();
    private @Nullable SortedSet<Year> years;

    RememberedPopulations(PopulationFigures figures) {
        this.figures = figures;
    }

    @Override
    public SortedSet<Year> years() {
        var known = years;
        if (known == null) {
            known = figures.years();
            years = known;
        }
        return known;
    }

    @Override
    public Map<MunicipalityId, Long> on(Year year) {
        return read.computeIfAbsent(year, figures::on);
    }
}
