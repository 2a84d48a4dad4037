package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.PurposeShare;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.known.AwardStatus;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.known.KnownPayment;
import no.opptrapping.reporting.known.PaymentStatus;
import no.opptrapping.reporting.known.ReportingTerms;
import no.opptrapping.reporting.obligations.KeepObligations;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.DecideReport;
import no.opptrapping.reporting.reports.Reports;
import no.opptrapping.reporting.reports.SubmitReport;
import no.opptrapping.reporting.reports.WriteReport;
import no.opptrapping.reporting.statistics.CompareReport;
import no.opptrapping.reporting.statistics.Grouping;
import no.opptrapping.reporting.statistics.ManYearsStatistics;
import no.opptrapping.reporting.statistics.MoneyFigures;
import no.opptrapping.reporting.statistics.MoneyStatistics;
import no.opptrapping.reporting.statistics.MoneyTable;
import no.opptrapping.reporting.statistics.ResponseStatistics;
import no.opptrapping.reporting.statistics.StatisticsRequest;
import org.junit.jupiter.api.Test;

/** A country of 357 municipalities of which two merge and one is split the year after; every third award is joint. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class NationalStatisticsIT {
    private static final Year YEAR = Year.of(2019);
    private static final LocalDate BEFORE = LocalDate.of(2019, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2020, 1, 1);
    private static final int MUNICIPALITIES = 357;
    private static final long SEED = 357L;
    private static final String RESPONSE = "/v1/statistics/response?year=2019&by=population-class";

    @Inject
    KnownMunicipalities municipalities;

    @Inject
    KnownIndicators indicators;

    @Inject
    KeepObligations obligations;

    @Inject
    WriteReport writeReport;

    @Inject
    SubmitReport submitReport;

    @Inject
    DecideReport decideReport;

    @Inject
    MoneyStatistics money;

    @Inject
    ManYearsStatistics manYears;

    @Inject
    ResponseStatistics response;

    @Inject
    CompareReport compareReport;

    @Inject
    Reports reports;

    @Inject
    SimulatedClock clock;

    private final List<MunicipalityId> ids = IntStream.range(0, MUNICIPALITIES)
            .mapToObj(_ -> new MunicipalityId(UUID.randomUUID()))
            .toList();

    private final MunicipalityId merged = new MunicipalityId(UUID.randomUUID());

    private final Random random = new Random(SEED);

    private final List<KnownAward> awards = new ArrayList<>();

    @Test
    void balancesInEveryRowOfEveryGroupingAndStructure() {
        clock.resetTo(Instant.parse("2020-02-01T08:00:00Z"));
        QuarkusTransaction.requiringNew().timeout(120).run(this::register);
        for (var i = 0; i < MUNICIPALITIES; i++) {
            grant(i);
        }

        var total = rowsAddUp(BEFORE);
        assertThat(rowsAddUp(AFTER)).isEqualTo(total);
        assertThat(total.difference()).isEqualTo(Kroner.ZERO);
        assertThat(total.outstanding().isPositive()).isTrue();
        theMergedAreSummedAndTheSplitDivided();
        manYearsAreSetAgainstThoseThatAnswered();
        aBenchmarkCountsTheParticipantsPartOfAJointAward();
        given().get("/v1/statistics/national?year=2019").then().statusCode(200);
        theResponseIsKeptUntilSomebodyAnswersOrAFigureIsReplaced();
    }

    private void theResponseIsKeptUntilSomebodyAnswersOrAFigureIsReplaced() {
        var before = response.table(new StatisticsRequest(YEAR, Grouping.POPULATION_CLASS, BEFORE));
        assertThat(response.table(new StatisticsRequest(YEAR, Grouping.POPULATION_CLASS, BEFORE)))
                .isSameAs(before);
        var tag = responseTag();
        given().header("If-None-Match", tag).get(RESPONSE).then().statusCode(304);

        report(14, awards.get(14));
        var answered = response.table(new StatisticsRequest(YEAR, Grouping.POPULATION_CLASS, BEFORE));
        assertThat(answered.total().did()).isEqualTo(before.total().did() + 1);
        assertThat(responseTag()).isNotEqualTo(tag);

        var nobody = IntStream.range(0, MUNICIPALITIES)
                .mapToObj(i -> new KnownIndicator.Value(number(i), "1"))
                .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(
                        new KnownIndicator(KnownIndicator.POPULATION, YEAR, BEFORE, 2, nobody, List.of())));
        assertThat(response.table(new StatisticsRequest(YEAR, Grouping.POPULATION_CLASS, BEFORE))
                        .rows())
                .filteredOn(row -> row.should() > 0)
                .hasSize(1);
    }

    private static String responseTag() {
        return given().get(RESPONSE).then().statusCode(200).extract().header("ETag");
    }

    private MoneyFigures rowsAddUp(LocalDate structureDate) {
        var total = MoneyFigures.ZERO;
        for (var by : Grouping.values()) {
            var table = money.table(new StatisticsRequest(YEAR, by, structureDate));
            total = table.total().figures();
            assertThat(table.rows())
                    .as("%s on %s, seed %d", by, structureDate, SEED)
                    .noneMatch(row -> row.key().equals(MoneyTable.NOT_PLACED))
                    .allMatch(row -> row.figures().difference().isZero());
            assertThat(table.rows().stream().map(MoneyTable.Row::figures).reduce(MoneyFigures.ZERO, MoneyFigures::plus))
                    .as("%s on %s, seed %d", by, structureDate, SEED)
                    .isEqualTo(total);
        }
        return total;
    }

    private void theMergedAreSummedAndTheSplitDivided() {
        var before = rows(BEFORE);
        var after = rows(AFTER);
        assertThat(after).hasSize(MUNICIPALITIES - 3 + 1);
        assertThat(figures(after, "1501")).isEqualTo(figures(before, "1001").plus(figures(before, "1002")));
        assertThat(figures(after, "1004").awarded().value()
                        - figures(before, "1004").awarded().value())
                .isEqualTo(Math.round(figures(before, "1003").awarded().value() * 0.62));
        assertThat(after.stream()
                        .filter(row -> row.key().equals("1004"))
                        .findFirst()
                        .orElseThrow()
                        .converted())
                .hasToString("DIVIDED");
    }

    private List<MoneyTable.Row> rows(LocalDate date) {
        return money.table(new StatisticsRequest(YEAR, Grouping.MUNICIPALITY, date))
                .rows();
    }

    private static MoneyFigures figures(List<MoneyTable.Row> rows, String number) {
        return rows.stream()
                .filter(row -> row.key().equals(number))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    /** In 2019 every ninth has not answered; neither its people nor its silence count as man-years. */
    private void manYearsAreSetAgainstThoseThatAnswered() {
        var table = manYears.table(new StatisticsRequest(YEAR, Grouping.COUNTRY, AFTER));
        var answered = IntStream.range(0, MUNICIPALITIES)
                .filter(NationalStatisticsIT::answers)
                .toArray();
        var people =
                IntStream.of(answered).map(NationalStatisticsIT::inhabitants).sum();
        var all = table.total().figures().orElseThrow();
        assertThat(all.answered()).isEqualTo(answered.length);
        assertThat(all.inhabitants()).contains(BigDecimal.valueOf(people));
        assertThat(table.total().perThousand())
                .contains(new BigDecimal("1.25")
                        .multiply(BigDecimal.valueOf(answered.length * 1000L))
                        .divide(BigDecimal.valueOf(people), 2, RoundingMode.HALF_UP));
        assertThat(table.notAnswered().municipalities()).isEqualTo(MUNICIPALITIES - answered.length);
        assertThat(manYears.table(new StatisticsRequest(YEAR, Grouping.MUNICIPALITY, BEFORE)).rows().stream()
                        .filter(row -> row.figures().isEmpty()))
                .hasSize(MUNICIPALITIES - answered.length);
    }

    /** 1009 hosts an award of which a third is 1010's; the host's own figure is without it. */
    private void aBenchmarkCountsTheParticipantsPartOfAJointAward() {
        var report = reports.find(ReportId.of(ids.get(9), YEAR)).orElseThrow();
        var account = report.answers().accounts().getFirst();
        var received = account.received().value();
        var own = compareReport.compare(report).lines().stream()
                .filter(line -> line.code().equals("spent-per-inhabitant"))
                .findFirst()
                .orElseThrow()
                .own()
                .orElseThrow();
        var part = BigDecimal.valueOf(account.spent().value())
                .multiply(BigDecimal.valueOf(received - received / 3))
                .divide(BigDecimal.valueOf(received), 0, RoundingMode.HALF_UP);
        assertThat(own).isEqualTo(part.divide(BigDecimal.valueOf(inhabitants(9)), 2, RoundingMode.HALF_UP));
    }

    private static boolean answers(int i) {
        return i % 50 != 7 && i % 9 != 5;
    }

    private static int inhabitants(int i) {
        return 300 + i * 211;
    }

    private void register() {
        var population = new ArrayList<KnownIndicator.Value>();
        for (var i = 0; i < MUNICIPALITIES; i++) {
            municipalities.keep(municipality(i), 1);
            population.add(new KnownIndicator.Value(number(i), Integer.toString(inhabitants(i))));
        }
        municipalities.keep(founded(), 1);
        indicators.keep(new KnownIndicator(KnownIndicator.POPULATION, YEAR, BEFORE, 1, population, List.of()));
        indicators.keep(new KnownIndicator(
                KnownIndicator.KOSTRA_GROUP,
                YEAR,
                BEFORE,
                1,
                population.stream()
                        .skip(5)
                        .map(value -> new KnownIndicator.Value(
                                value.number(),
                                Integer.toString(1 + value.value().length())))
                        .toList(),
                List.of()));
    }

    /** 1001 and 1002 merge into 1501; 1003 is split between 1004 and 1005. */
    private HeardMunicipality municipality(int i) {
        var successors = switch (i) {
            case 1, 2 -> List.of(new HeardMunicipality.Successor(merged, AFTER, BigDecimal.ONE, true));
            case 3 ->
                List.of(
                        new HeardMunicipality.Successor(ids.get(4), AFTER, new BigDecimal("0.62"), true),
                        new HeardMunicipality.Successor(ids.get(5), AFTER, new BigDecimal("0.38"), false));
            default -> List.<HeardMunicipality.Successor>of();
        };
        var until = successors.isEmpty() ? null : AFTER;
        return new HeardMunicipality(
                ids.get(i),
                until,
                List.of(new HeardMunicipality.Version(number(i), "M" + i, null, until)),
                successors,
                List.of());
    }

    private HeardMunicipality founded() {
        return new HeardMunicipality(
                merged,
                null,
                List.of(new HeardMunicipality.Version(new MunicipalityNumber("1501"), "Ny", AFTER, null)),
                List.of(),
                List.of());
    }

    private static MunicipalityNumber number(int i) {
        return new MunicipalityNumber(Integer.toString(1000 + i));
    }

    /** Awarded, nearly always paid, and mostly reported and approved. */
    private void grant(int i) {
        var amount = 100_000 + random.nextInt(2_000_000);
        var award = award(i, Kroner.of(amount));
        awards.add(award);
        QuarkusTransaction.requiringNew().run(() -> obligations.heard(award));
        if (i % 50 == 7) {
            return;
        }
        QuarkusTransaction.requiringNew()
                .run(() -> obligations.heard(new KnownPayment(
                        UUID.randomUUID(),
                        PaymentStatus.CONFIRMED,
                        award.awardId(),
                        ids.get(i),
                        YEAR,
                        award.amount())));
        if (answers(i)) {
            report(i, award);
        }
    }

    private void report(int i, KnownAward award) {
        var room = ReportId.of(ids.get(i), YEAR);
        var unspent = Kroner.of(random.nextInt(3) == 0 ? random.nextInt(100_000) : 0);
        var account = new AccountAnswer(
                award.awardId(),
                null,
                award.amount(),
                award.amount().minus(unspent),
                unspent,
                Kroner.ZERO,
                "Hired late",
                true);
        var cell = new ManYearsAnswer(
                TargetGroup.ADULTS, ServiceArea.TREATMENT, Education.COLLEGE, new ManYears(new BigDecimal("1.25")));
        writeReport.write(
                room,
                new Answers(List.of(account), List.of(cell), PurposeShare.LARGE, List.of(), List.of()),
                _ -> true,
                "test");
        assertThat(submitReport.submit(room, "test")).isInstanceOf(SubmitReport.Outcome.Submitted.class);
        assertThat(decideReport.approve(room, "test")).isInstanceOf(DecideReport.Outcome.Decided.class);
    }

    private KnownAward award(int i, Kroner amount) {
        var own = new KnownAward.Share(ids.get(i), number(i), amount);
        var guest = (i + 1) % MUNICIPALITIES;
        var third = Kroner.of(amount.value() / 3);
        return new KnownAward(
                UUID.randomUUID(),
                "T-" + i,
                AwardStatus.ACCEPTED,
                new LocalisedText("Rus", "Rus", "Substance use"),
                YEAR,
                new KnownAward.Party(ids.get(i), number(i)),
                amount,
                i % 3 == 0 && i > 5
                        ? List.of(
                                new KnownAward.Share(ids.get(i), number(i), amount.minus(third)),
                                new KnownAward.Share(ids.get(guest), number(guest), third))
                        : List.of(own),
                List.of(new KnownAward.Measure("emergency")),
                new ReportingTerms(
                        LocalDate.of(2020, 1, 15), LocalDate.of(2020, 3, 1), "is-24-8", FormSize.SIMPLE, null),
                null);
    }
}
