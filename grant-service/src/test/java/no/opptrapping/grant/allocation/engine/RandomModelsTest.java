package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ActivityBased.Activity;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.ByApplication.TieRule;
import no.opptrapping.grant.allocation.engine.PerPosition.Position;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionApplication;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Positions, activity, imported need, pots and the quick amounts against the definitions, on small random cases. */
class RandomModelsTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 10;
    private static final long[] UNITS = {1, 100, 1000};

    private final Random random = new Random(SEED);

    RandomModelsTest() {
        System.out.println("RandomModelsTest: -Dallocation.seed=" + SEED + " -Dallocation.cases=" + CASES * 10);
    }

    private static Recipient recipient(int index) {
        return Recipient.of(new MunicipalityNumber("%04d".formatted(1000 + index)));
    }

    private static Q q(Decimal decimal) {
        return new Q(decimal.atScale(12), BigInteger.TEN.pow(12));
    }

    private static List<Long> amounts(Division division) {
        return division.lines().stream().map(line -> line.amount().value()).toList();
    }

    private static void same(Object fast, Object slow, Object input) {
        if (!fast.equals(slow)) {
            throw new AssertionError(fast + " is not " + slow + " for " + input);
        }
    }

    @Test
    void positionsAgreeToTheKrone() {
        for (var n = 0; n < CASES; n++) {
            var ranked = random.nextBoolean();
            var stepDown = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(i -> Decimal.of(i == 0 ? "1" : "0." + (9 - 2 * i)))
                    .toList();
            var rate = 1L + random.nextInt(3000);
            var applications = new ArrayList<PositionApplication>();
            for (var i = 0; i < 1 + random.nextInt(5); i++) {
                applications.add(application(i));
            }
            var unit = UNITS[random.nextInt(3)];
            var budget = (long) random.nextInt(9000);
            Rule rule = ranked ? new Rule.Ranked(Order.RANK, TieRule.LARGER) : new Rule.Proportional();
            var model = new PerPosition(Kroner.of(rate), stepDown, rule, applications, unit);
            var slow = new SlowModels.Positions(
                    rate, stepDown.stream().map(RandomModelsTest::q).toList(), ranked, unit);
            var division = Golden.allocated(model.divide(Kroner.of(budget)));
            same(amounts(division), slow.divide(applications, budget), model);
            assertThat(division.undistributed().isNegative()).isFalse();
        }
    }

    private PositionApplication application(int i) {
        var positions = IntStream.range(0, random.nextInt(4))
                .mapToObj(p -> new Position(Decimal.of(1 + random.nextInt(100)), 1 + random.nextInt(4)))
                .toList();
        return new PositionApplication(
                recipient(i),
                positions,
                Kroner.of(random.nextInt(5000)),
                Kroner.of(random.nextInt(5000)),
                Optional.of(1 + random.nextInt(3)),
                Optional.empty(),
                Kroner.of(random.nextInt(3) == 0 ? random.nextInt(1500) : 0),
                Optional.empty());
    }

    @Test
    void activityAgreesToTheKrone() {
        for (var n = 0; n < CASES; n++) {
            var price = Decimal.of(random.nextInt(900) + "." + random.nextInt(100));
            var ownShare = Decimal.of(random.nextInt(10) == 0 ? "1" : "0." + random.nextInt(100));
            var activities = new ArrayList<Activity>();
            for (var i = 0; i < 1 + random.nextInt(6); i++) {
                activities.add(new Activity(
                        recipient(i),
                        Decimal.of(random.nextInt(20) + "." + random.nextInt(10)),
                        random.nextInt(5) > 0));
            }
            var unit = UNITS[random.nextInt(3)];
            var budget = random.nextInt(30_000);
            var model = new ActivityBased(price, ownShare, activities, unit);
            var claims = activities.stream()
                    .map(one -> one.approved()
                            ? q(one.units())
                                    .times(q(price))
                                    .times(Q.q(1).minus(q(ownShare)))
                                    .floor()
                            : 0L)
                    .toList();
            same(
                    amounts(Golden.allocated(model.divide(Kroner.of(budget)))),
                    SlowModels.proportional(claims, budget, unit),
                    model);
        }
    }

    @Test
    void importedNeedAgreesToTheKroneWhateverIsDoneWithTheMissing() {
        for (var n = 0; n < CASES; n++) {
            var rows = new ArrayList<Row>();
            var indices = new HashMap<Recipient, Decimal>();
            for (var i = 0; i < 2 + random.nextInt(5); i++) {
                rows.add(new Row(
                        recipient(i),
                        Decimal.of(1 + random.nextInt(500)),
                        Map.of("c", Decimal.of(random.nextInt(50) + (i == 0 ? 1 : 0)))));
                if (i == 0 || random.nextInt(4) > 0) {
                    indices.put(recipient(i), Decimal.of("0." + (1 + random.nextInt(99))));
                }
            }
            var own = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);
            var exclude = random.nextBoolean();
            var key = new Key.ImportedIndices(
                    indices,
                    exclude ? new Key.WhenMissing.Exclude() : new Key.WhenMissing.UseOwnKey(own),
                    Optional.empty());
            var unit = UNITS[random.nextInt(3)];
            var budget = random.nextInt(90_000);
            var division =
                    Golden.allocated(new FrameworkGrant(key, rows, unit, Optional.empty()).divide(Kroner.of(budget)));

            var needs = SlowModels.needs(rows, indices, exclude);
            var none = needs.stream().map(need -> (Q) null).toList();
            var sum = SlowReference.sum(needs);
            var exact = needs.stream()
                    .map(need -> need.over(sum).times(Q.q(budget)))
                    .toList();
            same(amounts(division), SlowReference.round(exact, unit, none), key);
            assertThat(division.excluded()).hasSize(exclude ? rows.size() - indices.size() : 0);
            assertThat(Kroner.sum(division.lines().stream()
                            .map(FrameworkGrant.FrameworkLine::equalisation)
                            .toList()))
                    .isEqualTo(Kroner.ZERO);
            var refusing = new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.empty());
            var refused = new FrameworkGrant(refusing, rows, unit, Optional.empty()).divide(Kroner.of(budget));
            assertThat(refused instanceof Outcome.Allocated).isEqualTo(rows.size() == indices.size());
        }
    }

    @Test
    void potsAreDividedOneAfterTheOther() {
        for (var n = 0; n < CASES; n++) {
            var rows = rows(2 + random.nextInt(4));
            var unit = UNITS[random.nextInt(3)];
            var budget = 5_000L + random.nextInt(50_000);
            var committed = random.nextInt(1_000);
            var some = rows.subList(0, 1 + random.nextInt(rows.size()));
            var cap = unit * random.nextInt(20);
            var first = new ObjectiveCriteria(KEY, some, new Limit.None(), new Limit.SameForAll(Kroner.of(cap)), unit);
            var rest = new ObjectiveCriteria(KEY, rows, new Limit.None(), new Limit.None(), unit);
            var amount = random.nextInt(4_000);
            var result = new Pots(
                            Kroner.of(budget),
                            Kroner.of(committed),
                            List.of(
                                    new Pots.Pot("first", new Pots.Part.Sum(Kroner.of(amount)), first, false),
                                    new Pots.Pot("rest", new Pots.Part.Remainder(), rest, false)))
                    .divide();
            assertThat(result).isInstanceOf(Pots.Result.Allocated.class);
            var allocated = (Pots.Result.Allocated) result;

            var ofFirst = SlowModels.byCriteria(some, List.of(Decimal.ONE), amount, 0, cap, unit);
            var left =
                    budget - committed - ofFirst.stream().mapToLong(one -> one).sum();
            var ofRest = SlowModels.byCriteria(rows, List.of(Decimal.ONE), left, 0, -1, unit);
            same(amounts(allocated.pots().get(0).division()), ofFirst, first);
            same(amounts(allocated.pots().get(1).division()), ofRest, rest);
            for (var i = 0; i < rows.size(); i++) {
                assertThat(allocated.amounts().get(recipient(i).number()).value())
                        .isEqualTo((i < some.size() ? ofFirst.get(i) : 0) + ofRest.get(i));
            }
            assertThat(allocated.sum().plus(allocated.undistributed())).isEqualTo(Kroner.of(budget - committed));
        }
    }

    private static final Key.CostKey KEY = new Key.CostKey(List.of(new Criterion("c0", Decimal.ONE)), false);

    private List<Row> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Row(
                        recipient(i),
                        Decimal.of(1 + random.nextInt(900)),
                        Map.of(
                                "c0",
                                Decimal.of(random.nextInt(9) == 0 && i > 0 ? 0 : 1 + random.nextInt(100_000)),
                                "c1",
                                Decimal.of(1 + random.nextInt(9_000) + "." + random.nextInt(10)))))
                .toList();
    }

    @Test
    void quickAmountsAreTheExactOnes() {
        var certified = 0;
        for (var n = 0; n < CASES; n++) {
            var rows = rows(2 + random.nextInt(12));
            var weight = random.nextInt(101);
            var weights = List.of(
                    Decimal.of("%d.%02d".formatted(weight / 100, weight % 100)),
                    Decimal.of("%d.%02d".formatted((100 - weight) / 100, (100 - weight) % 100)));
            var key = new Key.CostKey(
                    List.of(new Criterion("c0", weights.get(0)), new Criterion("c1", weights.get(1))), false);
            var unit = UNITS[random.nextInt(3)];
            var budget = random.nextLong(3_000_000);
            var floor = unit * random.nextLong(1 + budget / rows.size() / unit);
            var cap = random.nextBoolean() ? -1 : floor + unit * random.nextInt(500);
            var model = new ObjectiveCriteria(
                    key,
                    rows,
                    floor == 0 ? new Limit.None() : new Limit.SameForAll(Kroner.of(floor)),
                    cap < 0 ? new Limit.None() : new Limit.SameForAll(Kroner.of(cap)),
                    unit);
            var table = CriteriaTable.of(rows, List.of("c0", "c1")).orElseThrow();
            var quick = (Amounts) Golden.allocated(new QuickCriteria(model, table).divide(Kroner.of(budget)));

            same(amounts(quick), amounts(Golden.allocated(model.divide(Kroner.of(budget)))), model);
            certified += quick.certified() ? 1 : 0;
        }
        assertThat(certified)
                .as("how many of %d need no exact arithmetic", CASES)
                .isGreaterThan(CASES / 2);
    }
}
