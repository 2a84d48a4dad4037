package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ApprovedFigures;

/** The man-years of a year's approved reports. */
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

    /** By service area; the structure plays no part. */
    public ManYearsTable byArea(StatisticsRequest request) {
        var cells = approved.manYears(request.year());
        var all = sum(cells);
        var rows = Arrays.stream(ServiceArea.values())
                .map(area -> new ManYearsTable.Row(
                        area.code(),
                        Optional.empty(),
                        sum(cells.stream().filter(cell -> cell.area() == area).toList()),
                        all,
                        Optional.empty(),
                        Conversion.NONE))
                .toList();
        return new ManYearsTable(
                request.year(),
                ManYearsTable.BY_AREA,
                request.structureDate(),
                reports(cells),
                rows,
                new ManYearsTable.Row("total", Optional.empty(), all, all, Optional.empty(), Conversion.NONE));
    }

    /** By groups of municipalities. */
    public ManYearsTable table(StatisticsRequest request) {
        var cells = approved.manYears(request.year());
        var structure = municipalities.structure();
        var territory = territories.of(structure, request.year(), request.structureDate());
        var placed = Placed.in(
                structure,
                request.structureDate(),
                cells.stream()
                        .map(cell -> new Placed.Made<>(cell.municipality(), ManYearsFigures.of(cell)))
                        .toList(),
                ManYearsFigures.ZERO,
                ManYearsFigures::plus,
                (figures, heirs) ->
                        heirs.stream().map(heir -> figures.times(heir.share())).toList());
        var all = sum(cells);
        var rows = new ArrayList<ManYearsTable.Row>();
        for (var group : territory.groups(request.by())) {
            rows.add(new ManYearsTable.Row(
                    group.key(),
                    request.by() == Grouping.MUNICIPALITY
                            ? Optional.of(group.municipalities().getFirst().name())
                            : Optional.empty(),
                    placed.sum(group.municipalities(), ManYearsFigures.ZERO, ManYearsFigures::plus),
                    all,
                    group.population(),
                    placed.conversion(group.municipalities())));
        }
        if (placed.nowhere().total().signum() != 0) {
            rows.add(new ManYearsTable.Row(
                    MoneyTable.NOT_PLACED, Optional.empty(), placed.nowhere(), all, Optional.empty(), Conversion.NONE));
        }
        return new ManYearsTable(
                request.year(),
                request.by().code(),
                request.structureDate(),
                reports(cells),
                rows,
                new ManYearsTable.Row(
                        "total",
                        Optional.empty(),
                        all,
                        all,
                        territory.population(territory.municipalities()),
                        placed.conversion(territory.municipalities())));
    }

    private static ManYearsFigures sum(List<ApprovedFigures.Cell> cells) {
        return cells.stream().map(ManYearsFigures::of).reduce(ManYearsFigures.ZERO, ManYearsFigures::plus);
    }

    private static int reports(List<ApprovedFigures.Cell> cells) {
        return Math.toIntExact(cells.stream()
                .map(ApprovedFigures.Cell::municipality)
                .distinct()
                .count());
    }
}
