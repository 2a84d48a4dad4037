package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Amounts without explanations are the explained ones to the krone, and are refused for the same reasons. */
class QuickFrameworkTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 10;
    private static final long[] UNITS = {1, 100, 1000};

    private final Random random = new Random(SEED);

    QuickFrameworkTest() {
        System.out.println("QuickFrameworkTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES * 10);
    }

    @Test
    void everyKeyAndEveryEasingGivesTheExplainedAmountsOrTheSameRefusal() {
        var certified = 0;
        var refused = 0;
        for (var n = 0; n < CASES; n++) {
            var rows = rows();
            var key = key(rows);
            var model = new FrameworkGrant(key, rows, UNITS[random.nextInt(3)], incorporation(rows));
            var budget = Kroner.of(random.nextInt(50) == 0 ? -1 : random.nextLong(9_000_000));
            var quick = new QuickFramework(model, table(key, rows));

            assertThat(quick.recipients()).isEqualTo(model.recipients());
            switch (model.divide(budget)) {
                case Outcome.Allocated<FrameworkGrant.FrameworkDivision>(var explained) -> {
                    var amounts = Golden.allocated(quick.divide(budget));
                    assertSame(amounts, explained, model);
                    certified += amounts.certified() ? 1 : 0;
                }
                case Outcome.Impossible<FrameworkGrant.FrameworkDivision>(var faults) -> {
                    assertThat(Golden.faults(quick.divide(budget)))
                            .as("%s", model)
                            .isEqualTo(faults);
                    refused++;
                }
            }
        }
        assertThat(refused).as("refused of %d", CASES).isBetween(CASES / 10, CASES * 6 / 10);
        assertThat(certified).as("certified of %d", CASES).isGreaterThan(CASES / 4);
    }

    @Test
    void whatMachineNumbersCannotTellIsToldByFractions() {
        var rows = List.of(row(1, "7", "7"), row(0, "7", "7"));
        var model = new FrameworkGrant(own("1", false), rows, 1, Optional.empty());
        var table = CriteriaTable.of(rows, List.of("c0")).orElseThrow();

        var told = Golden.allocated(new QuickFramework(model, table).divide(Kroner.of(5)));
        assertThat(told.certified()).isFalse();
        assertThat(told.lines())
                .containsExactly(
                        new Amounts.Amount(recipient(0), Kroner.of(3)), new Amounts.Amount(recipient(1), Kroner.of(2)));
        assertThat(Golden.allocated(new QuickFramework(model, null).divide(Kroner.of(5)))
                        .certified())
                .isTrue();
    }

    private static void assertSame(Amounts amounts, FrameworkGrant.FrameworkDivision explained, Object model) {
        assertThat(amounts.budget()).as("%s", model).isEqualTo(explained.budget());
        assertThat(amounts.lines())
                .as("%s", model)
                .isEqualTo(explained.lines().stream()
                        .map(line -> new Amounts.Amount(line.recipient(), line.amount()))
                        .toList());
    }

    private @Nullable CriteriaTable table(Key key, List<Row> rows) {
        return key instanceof Key.CostKey own && random.nextInt(4) > 0
                ? CriteriaTable.of(
                                rows,
                                own.criteria().stream()
                                        .map(Criterion::indicator)
                                        .toList())
                        .orElse(null)
                : null;
    }

    private List<Row> rows() {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < 1 + random.nextInt(12); i++) {
            var inhabitants = random.nextInt(80) == 0 ? "0" : number(4000);
            rows.add(row(
                    i,
                    random.nextInt(150) == 0 ? null : inhabitants,
                    random.nextInt(9) == 0 ? "0" : number(900),
                    number(50)));
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private String number(int below) {
        return 1 + random.nextInt(below) + (random.nextInt(3) == 0 ? "." + random.nextInt(100) : "");
    }

    private static Row row(int index, @Nullable String inhabitants, String... values) {
        var named = new HashMap<String, Decimal>();
        for (var k = 0; k < values.length; k++) {
            named.put("c" + k, Decimal.of(values[k]));
        }
        return new Row(recipient(index), inhabitants == null ? null : Decimal.of(inhabitants), named);
    }

    private static Recipient recipient(int index) {
        return Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + index)));
    }

    private static Key.CostKey own(String weight, boolean normalise) {
        return new Key.CostKey(List.of(new Criterion("c0", Decimal.of(weight))), normalise);
    }

    private Key key(List<Row> rows) {
        var weight = random.nextInt(100);
        var sum = random.nextInt(20) == 0 ? 99 : 100;
        var own = new Key.CostKey(
                List.of(
                        new Criterion("c0", Decimal.of("0.%02d".formatted(weight))),
                        new Criterion(
                                "c1",
                                Decimal.of("%d.%02d".formatted((sum - weight) / 100, Math.abs(sum - weight) % 100)))),
                random.nextInt(4) == 0);
        if (random.nextBoolean()) {
            return own;
        }
        var indices = new HashMap<Recipient, Decimal>();
        rows.stream()
                .filter(row -> random.nextInt(6) > 0)
                .forEach(row -> indices.put(
                        row.recipient(), Decimal.of("%d.%03d".formatted(random.nextInt(2), random.nextInt(1000)))));
        return new Key.ImportedIndices(
                indices,
                switch (random.nextInt(5)) {
                    case 0 -> new Key.WhenMissing.Refuse();
                    case 1, 2 -> new Key.WhenMissing.Exclude();
                    default -> new Key.WhenMissing.UseOwnKey(own);
                },
                random.nextInt(8) == 0 ? Optional.of(Decimal.of("0.3")) : Optional.empty());
    }

    private Optional<Incorporation> incorporation(List<Row> rows) {
        if (random.nextInt(4) == 0) {
            return Optional.empty();
        }
        Map<Recipient, Kroner> before = new HashMap<>();
        rows.stream()
                .filter(row -> random.nextInt(5) > 0)
                .forEach(row -> before.put(row.recipient(), Kroner.of(random.nextInt(1_000_000))));
        if (random.nextInt(40) == 0) {
            before.put(recipient(99), Kroner.of(-1));
        }
        var threshold = Decimal.of((random.nextInt(30) == 0 ? "-" : "") + number(400));
        return Optional.of(new Incorporation(
                before,
                switch (random.nextInt(4)) {
                    case 0 -> new Method.AtOnce();
                    case 1 -> new Method.StateGuarantee(threshold);
                    case 2 -> new Method.StrictGuarantee(threshold);
                    default -> new Method.PhaseIn(1 + random.nextInt(4), 1 + random.nextInt(4));
                }));
    }
}
