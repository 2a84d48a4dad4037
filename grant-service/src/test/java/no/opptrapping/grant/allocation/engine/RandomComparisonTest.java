package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.opptrapping.grant.allocation.engine.ByApplication.Application;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** The engine against {@link SlowReference} on small random cases, with the properties of the page on each. */
class RandomComparisonTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000);
    private static final long[] UNITS = {1, 100, 1000};

    private final Random random = new Random(SEED);

    RandomComparisonTest() {
        System.out.println("RandomComparisonTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES);
    }

    private static Recipient recipient(int index) {
        return Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + index)));
    }

    private static Q q(Decimal decimal) {
        return new Q(decimal.atScale(12), BigInteger.TEN.pow(12));
    }

    private Decimal decimal(int bound) {
        var text = random.nextInt(4) == 0
                ? random.nextInt(bound) + "." + random.nextInt(100)
                : Integer.toString(random.nextInt(bound));
        return Decimal.of(text);
    }

    /** Weights with two decimals that sum to one. */
    private List<Decimal> weights() {
        var criteria = 1 + random.nextInt(3);
        var left = 100;
        var weights = new ArrayList<Decimal>();
        for (var k = 1; k < criteria; k++) {
            var weight = random.nextInt(left + 1);
            weights.add(Decimal.of("0.%02d".formatted(Math.min(weight, 99))));
            left -= Math.min(weight, 99);
        }
        weights.add(Decimal.of("%d.%02d".formatted(left / 100, left % 100)));
        return weights;
    }

    private List<Row> rows(int count, int criteria) {
        var rows = new ArrayList<Row>();
        for (var i = 0; i < count; i++) {
            var values = new HashMap<String, Decimal>();
            for (var k = 0; k < criteria; k++) {
                // The first row has something of everything, so that no total is zero.
                values.put("c" + k, i == 0 ? Decimal.of(1 + random.nextInt(9)) : decimal(12));
            }
            rows.add(new Row(recipient(i), Decimal.of(1 + random.nextInt(500)), values));
        }
        return rows;
    }

    private static Key.CostKey key(List<Decimal> weights) {
        return new Key.CostKey(
                IntStream.range(0, weights.size())
                        .mapToObj(k -> new Criterion("c" + k, weights.get(k)))
                        .toList(),
                false);
    }

    private static List<Q> slowShares(List<Decimal> weights, List<Row> rows) {
        return SlowReference.shares(
                weights.stream().map(RandomComparisonTest::q).toList(),
                IntStream.range(0, weights.size())
                        .mapToObj(k -> rows.stream()
                                .map(row -> q(row.values().get("c" + k)))
                                .toList())
                        .toList());
    }

    @Test
    void objectiveCriteriaAgreeToTheKrone() {
        for (var n = 0; n < CASES; n++) {
            var weights = weights();
            var rows = rows(1 + random.nextInt(6), weights.size());
            var unit = UNITS[random.nextInt(3)];
            var floors = new HashMap<Recipient, Kroner>();
            var caps = new HashMap<Recipient, Kroner>();
            var floorSum = 0L;
            for (var row : rows) {
                var floor = unit * random.nextInt(4);
                if (random.nextBoolean()) {
                    floors.put(row.recipient(), Kroner.of(floor));
                    floorSum += floor;
                }
                if (random.nextBoolean()) {
                    caps.put(row.recipient(), Kroner.of(floor + unit * random.nextInt(8)));
                }
            }
            var budget = floorSum + random.nextInt((int) (unit * 30));
            var model = new ObjectiveCriteria(
                    key(weights), rows, new Limit.PerMunicipality(floors), new Limit.PerMunicipality(caps), unit);

            var division = Golden.allocated(model.divide(Kroner.of(budget)));

            var slowFloors = rows.stream()
                    .map(row -> Q.q(
                            floors.getOrDefault(row.recipient(), Kroner.ZERO).value()))
                    .toList();
            var slowCaps = rows.stream()
                    .map(row -> caps.containsKey(row.recipient())
                            ? Q.q(caps.get(row.recipient()).value())
                            : null)
                    .toList();
            var exact = SlowReference.fill(Q.q(budget), slowShares(weights, rows), slowFloors, slowCaps);
            same(division.lines().stream().map(CriteriaLine::exact).toList(), exact);
            sameAmounts(division.lines(), SlowReference.round(exact, unit, slowCaps));
            for (var line : division.lines()) {
                checkLine(line);
            }
            assertThat(division.sum().plus(division.undistributed())).isEqualTo(Kroner.of(budget));
            assertThat(division.undistributed().isNegative()).isFalse();
            if (n % 20 == 0) {
                checkOrderAndScale(weights, rows, model, budget, division.lines());
            }
        }
    }

    /** Compared by hand: an assertion library's descriptions would take most of the time of 100 000 cases. */
    private static void same(List<Fraction> fast, List<Q> slow) {
        for (var i = 0; i < slow.size(); i++) {
            if (!fast.get(i).numerator().equals(slow.get(i).n())
                    || !fast.get(i).denominator().equals(slow.get(i).d())) {
                throw new AssertionError(fast + " is not " + slow);
            }
        }
        assertThat(fast.size()).isEqualTo(slow.size());
    }

    private static void sameAmounts(List<? extends Division.Line> lines, List<Long> slow) {
        var fast = lines.stream().map(line -> line.amount().value()).toList();
        if (!fast.equals(slow)) {
            throw new AssertionError(fast + " is not " + slow);
        }
    }

    private static void checkLine(CriteriaLine line) {
        var parts = line.parts().stream()
                .mapToLong(CriterionPart::contributionInOre)
                .sum();
        if (parts != line.byKeyInOre()
                || line.byKeyInOre() + line.limitsInOre() + line.roundingInOre()
                        != line.amount().value() * 100) {
            throw new AssertionError("Does not add up: " + line);
        }
        if (line.amount().compareTo(line.floor()) < 0
                || line.cap().filter(cap -> line.amount().compareTo(cap) > 0).isPresent()) {
            throw new AssertionError("Outside its limits: " + line);
        }
    }

    /** Neither the rows' order nor the size of the units in which an indicator is counted changes anything. */
    private void checkOrderAndScale(
            List<Decimal> weights, List<Row> rows, ObjectiveCriteria model, long budget, List<CriteriaLine> lines) {
        var shuffled = new ArrayList<Row>();
        for (var row : rows) {
            var values = new HashMap<String, Decimal>();
            row.values()
                    .forEach((code, value) ->
                            values.put(code, new Decimal(value.value().multiply(BigDecimal.valueOf(37)))));
            shuffled.add(new Row(row.recipient(), row.inhabitants(), values));
        }
        Collections.shuffle(shuffled, random);
        var again =
                Golden.allocated(new ObjectiveCriteria(key(weights), shuffled, model.floor(), model.cap(), model.unit())
                        .divide(Kroner.of(budget)));
        assertThat(again.lines())
                .extracting(CriteriaLine::amount)
                .isEqualTo(lines.stream().map(CriteriaLine::amount).toList());
        assertThat(again.lines())
                .extracting(CriteriaLine::share)
                .isEqualTo(lines.stream().map(CriteriaLine::share).toList());
    }

    @Test
    void cutApplicationsAgreeToTheKrone() {
        for (var n = 0; n < CASES / 2; n++) {
            var weighted = random.nextBoolean();
            var applications = new ArrayList<Application>();
            for (var i = 0; i < 1 + random.nextInt(6); i++) {
                var assessed = Kroner.of(random.nextInt(5000));
                applications.add(new Application(
                        recipient(i),
                        assessed,
                        assessed,
                        Optional.empty(),
                        Optional.of(i == 0 ? Decimal.of(50) : decimal(101)),
                        Kroner.ZERO,
                        Optional.empty()));
            }
            var unit = UNITS[random.nextInt(3)];
            var budget = random.nextInt(9000);
            Rule rule = weighted ? new Rule.ScoreWeighted() : new Rule.Proportional();
            var caps = applications.stream()
                    .map(one -> Q.q(one.assessed().value()))
                    .toList();
            var weights = applications.stream()
                    .map(one -> Q.q(one.assessed().value())
                            .times(weighted ? q(one.score().orElseThrow()) : Q.q(1)))
                    .toList();
            var outcome = new ByApplication(rule, applications, unit).divide(Kroner.of(budget));
            if (SlowReference.sum(caps).compareTo(Q.q(budget)) <= 0) {
                assertThat(Golden.allocated(outcome).lines())
                        .extracting(line -> line.amount())
                        .isEqualTo(
                                applications.stream().map(Application::assessed).toList());
            } else if (SlowReference.sum(weights).compareTo(Q.ZERO) == 0) {
                assertThat(Golden.faults(outcome))
                        .extracting(Fault::broken)
                        .containsExactly(AllocationRule.SCORES_NOT_ALL_ZERO);
            } else {
                var zeros = caps.stream().map(cap -> Q.ZERO).toList();
                var exact = SlowReference.fill(Q.q(budget), weights, zeros, caps);
                sameAmounts(Golden.allocated(outcome).lines(), SlowReference.round(exact, unit, caps));
            }
        }
    }

    @Test
    void incorporationAgreesToTheKroneAndNetIsZero() {
        for (var n = 0; n < CASES / 2; n++) {
            var count = 1 + random.nextInt(5);
            var people = random.ints(count, 1, 60).mapToObj(Decimal::of).toList();
            var before = amounts(count);
            var after = amounts(count);
            var threshold = decimal(40);
            var state = steps(before, after, people).take(new Method.StateGuarantee(threshold));
            var slow = people.stream().map(RandomComparisonTest::q).toList();

            check(state, SlowReference.stateGuarantee(q(before), q(after), slow, q(threshold)));
            var strict = SlowReference.strictGuarantee(q(before), q(after), slow, q(threshold));
            if (strict != null) {
                check(steps(before, after, people).take(new Method.StrictGuarantee(threshold)), strict);
            } else {
                assertThat(steps(before, after, people).guaranteed(threshold))
                        .isGreaterThan(Fraction.of(LongStream.of(after).sum()));
            }
        }
    }

    private static void check(IncorporationSteps.Taken taken, List<Q> exact) {
        same(taken.steps().stream().map(Incorporation.Step::exact).toList(), exact);
        var none = exact.stream().map(one -> (Q) null).toList();
        assertThat(taken.steps())
                .extracting(step -> step.after().value())
                .isEqualTo(SlowReference.round(exact, 1, none));
        var net = 0L;
        for (var step : taken.steps()) {
            net += step.net().value();
            assertThat(step.after().isNegative()).isFalse();
            assertThat(step.compensationInOre() - step.deductionInOre() + step.roundingInOre())
                    .isEqualTo(step.net().value() * 100);
            assertThat(step.phaseIn().signum()).isZero();
            assertThat(Math.abs(step.roundingInOre())).isLessThanOrEqualTo(101);
            assertThat(Math.min(step.compensationInOre(), step.deductionInOre()))
                    .isNotNegative();
        }
        assertThat(net).isZero();
    }

    private long[] amounts(int count) {
        return random.longs(count, 0, 1500).toArray();
    }

    private static List<Q> q(long[] amounts) {
        return LongStream.of(amounts).mapToObj(Q::q).toList();
    }

    private static IncorporationSteps steps(long[] before, long[] after, List<Decimal> people) {
        var rows = IntStream.range(0, people.size())
                .mapToObj(i -> new Row(recipient(i), people.get(i), Map.of()))
                .toList();
        return new IncorporationSteps(before, after, new Population(rows, new Faults()), 1);
    }
}
