package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ApprovedFigures;
import no.opptrapping.reporting.reports.Report;
import org.jspecify.annotations.Nullable;

/**
 * Compares a report with the approved ones of its KOSTRA group, its county and the country, in the structure of the
 * report's own year. Only municipalities that have an approved report count, with their inhabitants.
 */
@ApplicationScoped
public class CompareReport {
    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    private final ApprovedFigures approved;
    private final KnownMunicipalities municipalities;
    private final Territories territories;

    CompareReport(ApprovedFigures approved, KnownMunicipalities municipalities, Territories territories) {
        this.approved = approved;
        this.municipalities = municipalities;
        this.territories = territories;
    }

    /** What one or more reports say together. */
    private record Sums(BigDecimal manYears, Kroner received, Kroner spent, BigDecimal inhabitants, int reports) {
        static final Sums NONE = new Sums(BigDecimal.ZERO, Kroner.ZERO, Kroner.ZERO, BigDecimal.ZERO, 0);

        Sums plus(Sums other) {
            return new Sums(
                    manYears.add(other.manYears),
                    received.plus(other.received),
                    spent.plus(other.spent),
                    inhabitants.add(other.inhabitants),
                    reports + other.reports);
        }

        Optional<BigDecimal> manYearsPerThousand() {
            return divided(manYears.multiply(THOUSAND), inhabitants, 2);
        }

        Optional<BigDecimal> spentPerInhabitant() {
            return divided(BigDecimal.valueOf(spent.value()), inhabitants, 2);
        }

        Optional<BigDecimal> shareSpent() {
            return divided(BigDecimal.valueOf(spent.value()), BigDecimal.valueOf(received.value()), 3);
        }

        private static Optional<BigDecimal> divided(BigDecimal part, BigDecimal whole, int decimals) {
            return whole.signum() <= 0
                    ? Optional.empty()
                    : Optional.of(part.divide(whole, decimals, RoundingMode.HALF_UP));
        }
    }

    /** The sheet of the report as it is written now. */
    @Transactional
    public BenchmarkSheet compare(Report report) {
        var date = LocalDate.of(report.year().getValue(), 1, 1);
        var territory = territories.of(municipalities.structure(), report.year(), date);
        var figures = figures(report, territory);
        var own = own(report, territory);
        var kostra = together(report, territory, Grouping.KOSTRA_GROUP, figures);
        var county = together(report, territory, Grouping.COUNTY, figures);
        var country = together(report, territory, Grouping.COUNTRY, figures);
        BiFunction<String, Function<Sums, Optional<BigDecimal>>, BenchmarkSheet.Line> line =
                (code, figure) -> new BenchmarkSheet.Line(
                        code,
                        figure.apply(own),
                        kostra.comparison(figure),
                        county.comparison(figure),
                        country.comparison(figure));
        return new BenchmarkSheet(
                report.id(),
                report.year(),
                List.of(
                        line.apply("man-years-per-thousand", Sums::manYearsPerThousand),
                        line.apply("spent-per-inhabitant", Sums::spentPerInhabitant),
                        line.apply("share-spent", Sums::shareSpent)));
    }

    private record Together(String key, Sums sums) {
        BenchmarkSheet.Comparison comparison(Function<Sums, Optional<BigDecimal>> figure) {
            return new BenchmarkSheet.Comparison(key, figure.apply(sums), sums.reports());
        }
    }

    private static Together together(
            Report report, Territory territory, Grouping by, Map<MunicipalityId, Sums> figures) {
        return territory.groups(by).stream()
                .filter(group -> group.municipalities().stream()
                        .anyMatch(member -> member.id().equals(report.municipalityId())))
                .findFirst()
                .map(group -> new Together(
                        group.key(),
                        group.municipalities().stream()
                                .map(KnownMunicipality::id)
                                .map(member -> figures.getOrDefault(member, Sums.NONE))
                                .reduce(Sums.NONE, Sums::plus)))
                .orElseGet(() -> new Together(Territory.NOT_CLASSIFIED, Sums.NONE));
    }

    private Map<MunicipalityId, Sums> figures(Report report, Territory territory) {
        var figures = new HashMap<MunicipalityId, Sums>();
        for (var account : approved.accounts(report.year())) {
            var sums = new Sums(BigDecimal.ZERO, account.received(), account.spent(), BigDecimal.ZERO, 0);
            figures.merge(account.municipality(), sums, Sums::plus);
        }
        for (var cell : approved.manYears(report.year())) {
            var sums = new Sums(cell.value().value(), Kroner.ZERO, Kroner.ZERO, BigDecimal.ZERO, 0);
            figures.merge(cell.municipality(), sums, Sums::plus);
        }
        for (var municipality : territory.municipalities()) {
            var inhabitants = territory.population().getOrDefault(municipality.number(), BigDecimal.ZERO);
            figures.computeIfPresent(
                    municipality.id(),
                    (_, sums) -> sums.plus(new Sums(BigDecimal.ZERO, Kroner.ZERO, Kroner.ZERO, inhabitants, 1)));
        }
        return figures;
    }

    private static Sums own(Report report, Territory territory) {
        var accounts = report.answers().accounts();
        return new Sums(
                report.answers().totalManYears().value(),
                sum(accounts, AccountAnswer::received),
                sum(accounts, AccountAnswer::spent),
                territory.population().getOrDefault(report.number(), BigDecimal.ZERO),
                1);
    }

    private static Kroner sum(List<AccountAnswer> accounts, Function<AccountAnswer, @Nullable Kroner> amount) {
        return Kroner.sum(accounts.stream()
                .map(account -> Optional.ofNullable(amount.apply(account)))
                .flatMap(Optional::stream)
                .toList());
    }
}
