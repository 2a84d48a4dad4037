package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.known.KnownIndicators;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.Reports;

/**
 * Response (<i>svarprosent</i>) by groups of municipalities, as in tables 2.1-2.4 of the survey. A report counts once, for
 * the municipality that answers for it in the structure that is asked for.
 */
@ApplicationScoped
public class ResponseStatistics {
    private final Reports reports;
    private final KnownMunicipalities municipalities;
    private final KnownIndicators indicators;
    private final Territories territories;
    private final KeptTables<ResponseTable> kept = new KeptTables<>();

    ResponseStatistics(
            Reports reports, KnownMunicipalities municipalities, KnownIndicators indicators, Territories territories) {
        this.reports = reports;
        this.municipalities = municipalities;
        this.indicators = indicators;
        this.territories = territories;
    }

    /** The table that is asked for. */
    public ResponseTable table(StatisticsRequest request) {
        return tables(request, List.of(request.by())).getFirst();
    }

    /** The same answers in several groupings; what was computed from the same state before is not computed again. */
    @Transactional
    List<ResponseTable> tables(StatisticsRequest request, List<Grouping> groupings) {
        var structure = municipalities.structure();
        var state = new State(structure, indicators.state(), reports.state(request.year()));
        return kept.get(
                groupings.stream().map(request::by).toList(), state, () -> computed(structure, request, groupings));
    }

    /** Everything that the tables are computed from. */
    private record State(Structure structure, KnownIndicators.State indicators, Reports.State reports) {}

    private List<ResponseTable> computed(Structure structure, StatisticsRequest request, List<Grouping> groupings) {
        var territory = territories.of(structure, request.year(), request.structureDate());
        var answers = reports.ofYear(request.year()).stream()
                .filter(Reports.Heading::received)
                .map(report -> new Answer(
                        structure.dutyBearer(report.municipalityId(), request.structureDate()), answered(report)))
                .toList();
        return groupings.stream()
                .map(by -> table(request.by(by), territory, answers))
                .toList();
    }

    private record Answer(Optional<MunicipalityId> municipality, boolean given) {}

    private static boolean answered(Reports.Heading report) {
        return report.submittedAt().isPresent();
    }

    private static ResponseTable table(StatisticsRequest request, Territory territory, List<Answer> answers) {
        var rows = new ArrayList<ResponseTable.Row>();
        for (var group : territory.groups(request.by())) {
            var members =
                    group.municipalities().stream().map(KnownMunicipality::id).toList();
            var name = request.by() == Grouping.MUNICIPALITY
                    ? Optional.of(group.municipalities().getFirst().name())
                    : Optional.<String>empty();
            rows.add(row(
                    group.key(),
                    name,
                    answers.stream()
                            .filter(answer -> answer.municipality()
                                    .filter(members::contains)
                                    .isPresent())
                            .toList()));
        }
        var nowhere = answers.stream()
                .filter(answer -> answer.municipality().isEmpty())
                .toList();
        if (!nowhere.isEmpty()) {
            rows.add(row(MoneyTable.NOT_PLACED, Optional.empty(), nowhere));
        }
        return new ResponseTable(
                request.year(), request.by(), request.structureDate(), rows, row("total", Optional.empty(), answers));
    }

    private static ResponseTable.Row row(String key, Optional<String> name, List<Answer> answers) {
        return new ResponseTable.Row(
                key,
                name,
                answers.size(),
                Math.toIntExact(answers.stream().filter(Answer::given).count()));
    }
}
