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
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.LargestRemainder;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ApprovedFigures;
import no.opptrapping.reporting.reports.Report;
import org.jspecify.annotations.Nullable;

/**
 * Compares a report with the approved ones of its KOSTRA group, its county and the country, in the structure of the
 * report's own year. Only municipalities that have an approved report count, with their inhabitants. The money of a joint
 * award, which its host accounts for, is each participant's by the shares of the award.
 */
@ApplicationScoped
public class CompareReport {
    private static final BigDecimal THOUSAND = new BigDecimal("1000");

    private final ApprovedFigures approved;
    private final KnownGrants grants;
    private final KnownMunicipalities municipalities;
    private final Territories territories;

    CompareReport(
            ApprovedFigures approved, KnownGrants grants, KnownMunicipalities municipalities, Territories territories) {
        this.approved = approved;
        this.grants = grants;
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
        var money = money(approved.accounts(report.year()));
        var figures = figures(report, territory, money);
        var own = own(report, territory, money);
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

    /** One part of an account: the money of one participant, in the report of the host. */
    private record Part(MunicipalityId host, MunicipalityId participant, Kroner received, Kroner spent) {
        Sums sums() {
            return new Sums(BigDecimal.ZERO, received, spent, BigDecimal.ZERO, 0);
        }
    }

    /** Each account divided among the participants of its award; whole where the award is not known. */
    private List<Part> money(List<ApprovedFigures.Account> accounts) {
        Map<UUID, KnownAward> awards =
                grants
                        .awards(accounts.stream()
                                .map(ApprovedFigures.Account::awardId)
                                .collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(KnownAward::awardId, Function.identity()));
        return accounts.stream()
                .flatMap(account -> parts(account, Optional.ofNullable(awards.get(account.awardId()))))
                .toList();
    }

    private static Stream<Part> parts(ApprovedFigures.Account account, Optional<KnownAward> award) {
        var participants = award.map(KnownAward::participants).orElse(List.of());
        if (participants.isEmpty()) {
            return Stream.of(
                    new Part(account.municipality(), account.municipality(), account.toAccountFor(), account.spent()));
        }
        var shares = participants.stream()
                .map(share -> BigDecimal.valueOf(share.amount().value()))
                .toList();
        var received = LargestRemainder.split(account.toAccountFor(), shares);
        var spent = LargestRemainder.split(account.spent(), shares);
        return IntStream.range(0, participants.size())
                .mapToObj(i -> new Part(
                        account.municipality(), participants.get(i).municipalityId(), received.get(i), spent.get(i)));
    }

    private Map<MunicipalityId, Sums> figures(Report report, Territory territory, List<Part> money) {
        var answered = approved.municipalities(report.year());
        var figures = new HashMap<MunicipalityId, Sums>();
        for (var part : money) {
            if (answered.contains(part.participant())) {
                figures.merge(part.participant(), part.sums(), Sums::plus);
            }
        }
        for (var cell : approved.manYears(report.year())) {
            var sums = new Sums(cell.value().value(), Kroner.ZERO, Kroner.ZERO, BigDecimal.ZERO, 0);
            figures.merge(cell.municipality(), sums, Sums::plus);
        }
        for (var municipality : territory.municipalities()) {
            if (answered.contains(municipality.id())) {
                var inhabitants = territory.population().getOrDefault(municipality.number(), BigDecimal.ZERO);
                figures.merge(
                        municipality.id(),
                        new Sums(BigDecimal.ZERO, Kroner.ZERO, Kroner.ZERO, inhabitants, 1),
                        Sums::plus);
            }
        }
        return figures;
    }

    /** The report as it is written now, and the municipality's part of what others have accounted for. */
    private Sums own(Report report, Territory territory, List<Part> approvedMoney) {
        var self = report.municipalityId();
        var written = report.answers().accounts().stream()
                .map(account -> new ApprovedFigures.Account(
                        account.awardId(),
                        self,
                        account.broughtForward(),
                        orNone(account.received()),
                        orNone(account.spent()),
                        orNone(account.unspent())))
                .toList();
        var money = Stream.concat(
                        money(written).stream(),
                        approvedMoney.stream().filter(part -> !part.host().equals(self)))
                .filter(part -> part.participant().equals(self))
                .map(Part::sums)
                .reduce(Sums.NONE, Sums::plus);
        return money.plus(new Sums(
                report.answers().totalManYears().value(),
                Kroner.ZERO,
                Kroner.ZERO,
                territory.population().getOrDefault(report.number(), BigDecimal.ZERO),
                1));
    }

    private static Kroner orNone(@Nullable Kroner amount) {
        return amount == null ? Kroner.ZERO : amount;
    }
}
