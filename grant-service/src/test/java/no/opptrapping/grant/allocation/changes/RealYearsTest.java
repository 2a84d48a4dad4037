package no.opptrapping.grant.allocation.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The change adds up to the krone for every municipality with the state's appropriations (chapter 765 item 62), the
 * inhabitants and the changes of municipalities of each year, where the files with them lie beside the project.
 */
class RealYearsTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");

    @ParameterizedTest
    @ValueSource(ints = {2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025})
    void byCriteriaWithAFloor(int year) throws IOException {
        var from = objective(year - 1, "0.6", "0.4", 200_000);
        var to = objective(year, "0.5", "0.5", 250_000);

        var table = adds(from, to, year);

        assertThat(table.rows()).hasSize(year >= 2024 ? 357 : year >= 2020 ? 356 : 422);
        assertThat(table.total().inOrder(Cause.APPROPRIATION).value()).isEqualTo(to.budget() - from.budget());
        assertThat(table.total().inMean(Cause.APPROPRIATION).value()).isEqualTo(to.budget() - from.budget());
        for (var cause : List.of(Cause.STRUCTURE, Cause.KEY, Cause.LIMITS)) {
            assertThat(table.total().inOrder(cause).value()).as("%s", cause).isZero();
            assertThat(table.total().inMean(cause).value()).as("%s", cause).isZero();
        }
        assertThat(table.total().inOrder(Cause.OWN_FIGURES))
                .isEqualTo(table.total().inOrder(Cause.OTHER_FIGURES).negated());
        assertThat(table.rows())
                .allSatisfy(row ->
                        assertThat(Math.abs(row.inMean(Cause.ROUNDING).value())).isLessThan(2 * 1001 + 5));
        if (year == 2018 || year == 2020) {
            assertThat(table.causes()).as("floors merged").contains(Cause.STRUCTURE);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2020, 2022, 2024, 2025})
    void throughIncorporationWithAGuarantee(int year) throws IOException {
        var from = incorporation(year - 1, "0.6", "0.4", "20");
        var to = incorporation(year, "0.5", "0.5", "30");

        var table = adds(from, to, year);

        assertThat(table.total().inOrder(Cause.APPROPRIATION).value()).isEqualTo(to.budget() - from.budget());
        for (var cause : List.of(Cause.STRUCTURE, Cause.KEY, Cause.EASING)) {
            assertThat(table.total().inOrder(cause).value()).as("%s", cause).isZero();
            assertThat(table.total().inMean(cause).value()).as("%s", cause).isZero();
        }
    }

    private static ChangeTable adds(RunInputs from, RunInputs to, int year) throws IOException {
        var changes = changes(year);
        var decompose = new DecomposeChange(ChangeExamplesTest.side(from), ChangeExamplesTest.side(to), changes::get);
        assertThat(decompose.lost()).isEmpty();

        var processor = ManagementFactory.getThreadMXBean();
        var started = processor.getCurrentThreadCpuTime();
        var table = decompose.decompose(true, DecomposeChange.ALONE);
        System.out.printf(
                "RealYearsTest: %d to %d by %s: %d divisions in %d ms of one processor, %d impossible, causes %s%n",
                year - 1,
                year,
                to.parameters().pots().getFirst().model().getClass().getSimpleName(),
                table.divisions(),
                (processor.getCurrentThreadCpuTime() - started) / 1_000_000,
                table.impossible(),
                table.causes());

        table.rows().forEach(ChangeExamplesTest::addsUp);
        ChangeExamplesTest.addsUp(table.total());
        ChangeExamplesTest.columnsAddUp(table, from, to);
        assertThat(table.impossible()).isZero();
        return table;
    }

    private static RunInputs objective(int year, String young, String all, long floor) throws IOException {
        return inputs(
                year,
                1000,
                new PotModel.Objective(
                        weights(year, young, all), null, false, null, floor, null, null, null, null, null),
                List.of());
    }

    private static RunInputs incorporation(int year, String young, String all, String threshold) throws IOException {
        var before = new ArrayList<RunInputs.Before>();
        for (var one : population(year).entrySet()) {
            var people = Long.parseLong(one.getValue()[2]);
            before.add(new RunInputs.Before(
                    "s", year - 1, one.getKey(), people % 7 == 0 ? 0 : people * (50 + people % 99)));
        }
        return inputs(
                year,
                1,
                new PotModel.Incorporation(
                        "s",
                        year - 1,
                        weights(year, young, all),
                        null,
                        false,
                        null,
                        new PotModel.Guarantee(GuaranteeVariant.STATE, threshold),
                        null),
                before);
    }

    private static List<PotModel.Weight> weights(int year, String young, String all) {
        return List.of(
                new PotModel.Weight("population-0-17", year, young), new PotModel.Weight("population", year, all));
    }

    private static RunInputs inputs(int year, int unit, PotModel model, List<RunInputs.Before> before)
            throws IOException {
        var municipalities = population(year).values().stream()
                .map(row -> new RunInputs.Municipality(
                        id(year, row[1]).toString(),
                        row[1],
                        row[1],
                        row[2],
                        Map.of("population/" + year, row[2], "population-0-17/" + year, row[3])))
                .toList();
        return new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        new UUID(5, 5).toString(),
                        year,
                        year + "-01-01",
                        unit,
                        year,
                        List.of(new RunParameters.Pot("Alt", null, false, null, model))),
                appropriation(year),
                List.of(),
                municipalities,
                List.of(),
                before,
                null,
                null);
    }

    /** Who stands where on 1 January of the year, by the identities of both years; a split goes by the people. */
    private static Map<MunicipalityId, List<Successor>> changes(int year) throws IOException {
        var now = population(year);
        var successors = new HashMap<String, List<String>>();
        for (var row : lines("kommune_endringer.csv")) {
            if (row[0].startsWith(year + "-") && !row[1].equals(row[3])) {
                successors.computeIfAbsent(row[1], old -> new ArrayList<>()).add(row[3]);
            }
            if (row[0].startsWith(year + "-") && row[1].equals(row[3])) {
                successors.computeIfAbsent(row[1], old -> new ArrayList<>()).add(row[1]);
            }
        }
        var heirs = new HashMap<MunicipalityId, List<Successor>>();
        for (var number : population(year - 1).keySet()) {
            var stand = successors.getOrDefault(number, List.of(number)).stream()
                    .distinct()
                    .toList();
            var people = stand.stream()
                    .mapToLong(one -> Long.parseLong(now.get(one)[2]))
                    .sum();
            heirs.put(
                    id(year - 1, number),
                    stand.stream()
                            .map(one ->
                                    new Successor(id(year, one), Fraction.of(Long.parseLong(now.get(one)[2]), people)))
                            .toList());
        }
        now.keySet()
                .forEach(number ->
                        heirs.put(id(year, number), List.of(new Successor(id(year, number), Fraction.of(1)))));
        return heirs;
    }

    private static MunicipalityId id(int year, String number) {
        return new MunicipalityId(UUID.nameUUIDFromBytes((year + "/" + number).getBytes(StandardCharsets.UTF_8)));
    }

    private static long appropriation(int year) throws IOException {
        return lines("statsbudsjett_rus_og_rammetilskudd.csv").stream()
                .filter(row -> row[0].equals(Integer.toString(year)) && row[1].equals("765") && row[2].equals("62"))
                .map(row -> new BigDecimal(row[5]).movePointRight(6).longValueExact())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String[]> population(int year) throws IOException {
        var rows = new LinkedHashMap<String, String[]>();
        lines("befolkning.csv").stream()
                .filter(row -> row[0].equals(Integer.toString(year)))
                .forEach(row -> rows.put(row[1], row));
        return rows;
    }

    private static List<String[]> lines(String file) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "Not beside this project: " + file);
        try (var lines = Files.lines(path)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
