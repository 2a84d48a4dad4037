package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ApprovedFigures;

/**
 * The man-years of a year's approved reports. What is set against inhabitants is set against those of the municipalities
 * that answered, as they were in the year, and those that did not are counted apart.
 */
@ApplicationScoped
public class ManYearsStatistics {
    private final ApprovedFigures approved;
    private final KnownMunicipalities municipalities;
    private final Territories territories;

    ManYearsStatistics(ApprovedFigures approved, KnownMunicipalities municipalities, Territories territories) {
        this.approved = approved;
        this.municipalities = municipalities;
        this.territories = territories;
    }

    /** What is known of a year: the cells, who answered, and the municipalities that there were. */
    private final class Known {
        private final StatisticsRequest request;
        private final Structure structure = municipalities.structure();
        private final List<ApprovedFigures.Cell> cells;
        private final Set<MunicipalityId> answered;
        private final Territory ofTheYear;
        private final ManYearsFigures all;

        Known(StatisticsRequest request) {
            this.request = request;
            this.cells = approved.manYears(request.year());
            this.answered = approved.municipalities(request.year());
            this.ofTheYear = territories.of(
                    structure, request.year(), LocalDate.of(request.year().getValue(), 1, 1));
            this.all = sum(_ -> true);
        }

        ManYearsFigures sum(Predicate<ApprovedFigures.Cell> which) {
            var answers = answered.stream()
                    .map(municipality -> ManYearsFigures.answer(inhabitants(municipality)))
                    .reduce(ManYearsFigures.ZERO, ManYearsFigures::plus);
            return cells.stream().filter(which).map(ManYearsFigures::of).reduce(answers, ManYearsFigures::plus);
        }

        List<Placed.Made<ManYearsFigures>> made() {
            var made = new ArrayList<Placed.Made<ManYearsFigures>>();
            answered.forEach(municipality ->
                    made.add(new Placed.Made<>(municipality, ManYearsFigures.answer(inhabitants(municipality)))));
            cells.forEach(cell -> made.add(new Placed.Made<>(cell.municipality(), ManYearsFigures.of(cell))));
            return made;
        }

        ManYearsTable.NotAnswered notAnswered() {
            var silent = ofTheYear.municipalities().stream()
                    .filter(municipality -> !answered.contains(municipality.id()))
                    .toList();
            return new ManYearsTable.NotAnswered(silent.size(), ofTheYear.population(silent));
        }

        private Optional<BigDecimal> inhabitants(MunicipalityId municipality) {
            return structure
                    .on(municipality, ofTheYear.structureDate())
                    .map(KnownMunicipality::number)
                    .flatMap(
                            number -> Optional.ofNullable(ofTheYear.population().get(number)));
        }

        ManYearsTable table(String by, List<ManYearsTable.Row> rows, Conversion converted) {
            return new ManYearsTable(
                    request.year(),
                    by,
                    request.structureDate(),
                    answered.size(),
                    rows,
                    row("total", Optional.empty(), all, converted),
                    notAnswered());
        }

        ManYearsTable.Row row(String key, Optional<String> name, ManYearsFigures figures, Conversion converted) {
            return new ManYearsTable.Row(
                    key, name, Optional.of(figures).filter(known -> known.answered() > 0), all, converted);
        }
    }

    /** By service area; the structure plays no part. */
    public ManYearsTable byArea(StatisticsRequest request) {
        var known = new Known(request);
        var rows = Arrays.stream(ServiceArea.values())
                .map(area -> known.row(
                        area.code(), Optional.empty(), known.sum(cell -> cell.area() == area), Conversion.NONE))
                .toList();
        return known.table(ManYearsTable.BY_AREA, rows, Conversion.NONE);
    }

    /** By groups of municipalities. */
    public ManYearsTable table(StatisticsRequest request) {
        var known = new Known(request);
        var territory = territories.of(known.structure, request.year(), request.structureDate());
        var placed = Placed.in(
                known.structure,
                request.structureDate(),
                known.made(),
                ManYearsFigures.ZERO,
                ManYearsFigures::plus,
                (figures, heirs) ->
                        heirs.stream().map(heir -> figures.times(heir.share())).toList());
        var rows = new ArrayList<ManYearsTable.Row>();
        for (var group : territory.groups(request.by())) {
            rows.add(known.row(
                    group.key(),
                    request.by() == Grouping.MUNICIPALITY
                            ? Optional.of(group.municipalities().getFirst().name())
                            : Optional.empty(),
                    placed.sum(group.municipalities(), ManYearsFigures.ZERO, ManYearsFigures::plus),
                    placed.conversion(group.municipalities())));
        }
        if (placed.nowhere().answered() > 0) {
            rows.add(known.row(MoneyTable.NOT_PLACED, Optional.empty(), placed.nowhere(), Conversion.NONE));
        }
        return known.table(request.by().code(), rows, placed.conversion(territory.municipalities()));
    }
}
