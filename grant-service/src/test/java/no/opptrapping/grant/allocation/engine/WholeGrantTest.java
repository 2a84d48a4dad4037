package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** The whole framework grant: worked by hand, against the slow definition, and what is refused. */
class WholeGrantTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 25;
    private static final Key.CostKey KEY = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);
    /** 600, 300 and 100 inhabitants; 50, 10 and 40 of the criterion. */
    private static final List<Row> ROWS = List.of(row(1, 600, 50), row(2, 300, 10), row(3, 100, 40));

    private static final WholeGrant PLAIN = whole(2_000_000L, List.of());

    /**
     * Of 1 200 000 kroner 300 000 are given by amounts of their own; 900 000 are 900 per inhabitant: 540 000, 270 000,
     * 90 000. Of a need of 2 000 000 the municipalities have half, a tenth and four tenths: 1 000 000, 200 000, 800 000,
     * and with the mean of 2 000 per inhabitant they would have 1 200 000, 600 000, 200 000. The equalisation is
     * -200 000, -400 000, 600 000. The second has less than nothing left, so its regional grant is 200 000 more.
     */
    @Test
    void theStatesSumsWorkedByHand() {
        var additions = List.of(
                addition(WholeGrant.Kind.REGIONAL, Map.of(of(2), 200_000L)),
                addition(WholeGrant.Kind.GROWTH, Map.of(of(1), 60_000L, of(2), 40_000L)));
        var division = allocated(whole(2_000_000L, additions), 1_200_000);
        assertThat(division.lines())
                .extracting(FrameworkLine::perInhabitantPart)
                .containsExactly(Kroner.of(540_000), Kroner.of(270_000), Kroner.of(90_000));
        assertThat(division.lines())
                .extracting(FrameworkLine::equalisation)
                .containsExactly(Kroner.of(-200_000), Kroner.of(-400_000), Kroner.of(600_000));
        assertThat(division.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(400_000), Kroner.of(110_000), Kroner.of(690_000));
        assertThat(division.undistributed()).isEqualTo(Kroner.ZERO);
        assertThat(division.lines()).allSatisfy(line -> {
            var part = line.whole().orElseThrow();
            assertThat(part.rate()).isEqualTo(Fraction.of(900));
            assertThat(part.mean()).isEqualTo(Fraction.of(2_000));
            assertThat(line.roundingInOre()).isZero();
        });
        assertThat(part(division, 1).additions()).isEqualTo(Kroner.of(240_000));
        assertThat(part(division, 1).added())
                .extracting(WholeGrant.Added::kind)
                .containsExactly(WholeGrant.Kind.REGIONAL, WholeGrant.Kind.GROWTH);
        assertThat(part(division, 0).need()).isEqualTo(Fraction.of(1_000_000));
        assertThat(division.whole().orElseThrow().additions()).isEqualTo(Kroner.of(300_000));
    }

    /**
     * The same without additions and with a need of 1 000 000 that equalises -100 000, -200 000, 300 000: 500 000,
     * 100 000, 400 000, half of the grant by the key. 100 000 of both sums were earmarked: by the key 50 000, 10 000 and
     * 40 000, a tenth of each. With the grant per inhabitant by 500, 300 and 200 inhabitants of July it gives 500 000,
     * 300 000, 200 000, the frameworks are 400 000, 100 000, 500 000, and the earmarked money inside them is 40 000,
     * 10 000 and 50 000.
     */
    @Test
    void theIncorporatedMoneyInsideEachAmountAndTheInhabitantsOfJulyWorkedByHand() {
        var earmarked = with(whole(1_000_000L, List.of()), Map.of(), 100_000L);
        var division = allocated(earmarked, 1_000_000);
        assertThat(division.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(500_000), Kroner.of(100_000), Kroner.of(400_000));
        assertThat(incorporated(division)).containsExactly(50_000L, 10_000L, 40_000L);
        assertThat(division.whole().orElseThrow().ofNeed()).contains(Fraction.of(1, 10));

        var july = Map.of(of(1), Decimal.of(500), of(2), Decimal.of(300), of(3), Decimal.of(200));
        var counted = allocated(with(earmarked, july, 100_000L), 1_000_000);
        assertThat(counted.lines())
                .extracting(FrameworkLine::perInhabitantPart)
                .containsExactly(Kroner.of(500_000), Kroner.of(300_000), Kroner.of(200_000));
        assertThat(counted.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(400_000), Kroner.of(100_000), Kroner.of(500_000));
        assertThat(incorporated(counted)).containsExactly(40_000L, 10_000L, 50_000L);
    }

    /**
     * From 700 000, 100 000 and 200 000 to 500 000, 100 000 and 400 000: no change per inhabitant in the country, and
     * with a threshold of 100 the first is compensated from -200 000 to -60 000, with 140 000, which is 140 per
     * inhabitant for all: 84 000, 42 000 and 14 000. After: 556 000, 58 000, 386 000. With the published frameworks of
     * the year 640 000, 160 000, 200 000 instead nobody falls by more, and nothing is paid.
     */
    @Test
    void theGuaranteeOverWholeFrameworksWorkedByHand() {
        var before = Map.of(of(1), Kroner.of(700_000), of(2), Kroner.of(100_000), of(3), Kroner.of(200_000));
        var guarantee = Optional.of(new Incorporation(before, new Method.StateGuarantee(Decimal.of(100))));
        var whole = whole(1_000_000L, List.of());
        var computed = Golden.allocated(
                new FrameworkGrant(KEY, ROWS, 1000, guarantee, Optional.of(whole)).divide(Kroner.of(1_000_000)));
        assertThat(computed.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(556_000), Kroner.of(58_000), Kroner.of(386_000));
        assertThat(computed.lines().getFirst().step().orElseThrow().compensation())
                .isEqualTo(Fraction.of(140_000));

        var published = new WholeGrant(
                whole.totalNeed(),
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(of(1), Kroner.of(640_000), of(2), Kroner.of(160_000), of(3), Kroner.of(200_000)));
        var unmoved = Golden.allocated(
                new FrameworkGrant(KEY, ROWS, 1000, guarantee, Optional.of(published)).divide(Kroner.of(1_000_000)));
        assertThat(unmoved.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(500_000), Kroner.of(100_000), Kroner.of(400_000));
    }

    /**
     * The published frameworks are 300 000 each and were 900 000, 0 and 0: the first is compensated with 600 000, all
     * pay 600 per inhabitant, and 180 000 are more than the 100 000 that the second's framework is computed to.
     */
    @Test
    void whatTheGuaranteeTakesMayNotBeMoreThanSomebodyHas() {
        var before = Map.of(of(1), Kroner.of(900_000), of(2), Kroner.ZERO, of(3), Kroner.ZERO);
        var guarantee = Optional.of(new Incorporation(before, new Method.StateGuarantee(Decimal.ZERO)));
        var published = new WholeGrant(
                Optional.of(Kroner.of(1_000_000)),
                false,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(of(1), Kroner.of(300_000), of(2), Kroner.of(300_000), of(3), Kroner.of(300_000)));
        assertThat(Golden.faults(new FrameworkGrant(KEY, ROWS, 1, guarantee, Optional.of(published))
                        .divide(Kroner.of(1_000_000))))
                .extracting(fault -> fault.broken() + " " + fault.pointer() + " " + fault.arguments())
                .containsExactly("WHOLE_FRAMEWORK_NOT_NEGATIVE /whole/guarantee {municipalities=[0002]}");
    }

    @Test
    void everyFaultIsNamed() {
        var whole = new WholeGrant(
                Optional.of(Kroner.of(-1)),
                true,
                Optional.empty(),
                Map.of(),
                List.of(addition(WholeGrant.Kind.REGIONAL, Map.of(of(9), 1L, of(1), -5L))),
                Optional.of(Kroner.of(5_000_000)),
                Map.of(of(1), Kroner.of(1)));
        assertThat(faults(whole, 1_000_000))
                .containsExactly(
                        "NEEDS_IN_KRONER_IMPORTED /whole/needsInKroner",
                        "NEED_TOLERANCE_KNOWN /whole/tolerance",
                        "TOTAL_NEED_ABOVE_ZERO /whole/totalNeed",
                        "INCORPORATED_WITHIN_SUMS /whole/incorporated",
                        "ADDITION_NOT_NEGATIVE /whole/additions/0/amounts/0001",
                        "ADDITION_FOR_A_RECIPIENT /whole/additions/0/amounts/0009",
                        "WHOLE_FRAMEWORK_KNOWN /whole/guarantee/after");
        assertThat(faults(
                        new WholeGrant(
                                Optional.empty(),
                                false,
                                Optional.empty(),
                                Map.of(),
                                List.of(),
                                Optional.of(Kroner.of(-1)),
                                Map.of()),
                        1))
                .containsExactly("TOTAL_NEED_KNOWN /whole/totalNeed", "INCORPORATED_WITHIN_SUMS /whole/incorporated");
        assertThat(faults(whole(1, List.of(addition(WholeGrant.Kind.GROWTH, Map.of(of(1), 2_000L)))), 1_999))
                .containsExactly("ADDITIONS_WITHIN_BUDGET /whole/additions");
        assertThat(faults(whole(1, List.of(addition(WholeGrant.Kind.GROWTH, Map.of(of(1), 2_000L)))), 2_000))
                .isEmpty();
        assertThat(faults(PLAIN, 300_000)).containsExactly("WHOLE_FRAMEWORK_NOT_NEGATIVE /whole/totalNeed");
        assertThat(faults(with(PLAIN, Map.of(of(1), Decimal.of(-4)), null), 1_000_000))
                .containsExactly(
                        "INHABITANTS_KNOWN /whole/inhabitants/values",
                        "INHABITANTS_NOT_NEGATIVE /whole/inhabitants/values");
    }

    @Test
    void aGuaranteeMustKnowEverybodysFrameworkOfBothYears() {
        var step = new Incorporation(Map.of(of(1), Kroner.of(1)), new Method.StateGuarantee(Decimal.ZERO));
        assertThat(Golden.faults(new FrameworkGrant(KEY, ROWS, 1, Optional.of(step), Optional.of(PLAIN))
                        .divide(Kroner.of(1_000_000))))
                .extracting(fault -> fault.broken() + " " + fault.arguments())
                .containsExactly("WHOLE_FRAMEWORK_KNOWN {municipalities=[0002, 0003]}");
    }

    @Test
    void whoeverIsLeftOutHasNothingBesideTheSumsEither() {
        var key = new Key.ImportedIndices(
                Map.of(of(1), Decimal.of("1.5"), of(2), Decimal.ZERO), new Key.WhenMissing.Exclude(), Optional.empty());
        var whole = whole(100, List.of(addition(WholeGrant.Kind.GROWTH, Map.of(of(3), 5L))));
        assertThat(Golden.faults(new FrameworkGrant(key, ROWS, 1, Optional.empty(), Optional.of(whole))
                        .divide(Kroner.of(1_000_000))))
                .extracting(fault -> fault.broken() + " " + fault.pointer())
                .containsExactly("ADDITION_FOR_A_RECIPIENT /whole/additions/0/amounts/0003");
    }

    /** Needs in kroner are taken as they are; a second sum beside them makes the mean, and what it lacks is told. */
    @Test
    void needsInKronerHaveTheirOwnMeanOrAPublishedOneWithinTheTolerance() {
        var needs = new Key.ImportedIndices(
                Map.of(of(1), Decimal.of("1000.50"), of(2), Decimal.of(900), of(3), Decimal.of(1_300)),
                new Key.WhenMissing.Refuse(),
                Optional.empty());
        var own = divided(needs, needs(null, null), 1_000_000);
        assertThat(part(own, 0).mean()).isEqualTo(Fraction.of(10_003, 10));
        assertThat(own.lines())
                .extracting(FrameworkLine::equalisation)
                .containsExactly(Kroner.of(120), Kroner.of(-30_090), Kroner.of(29_970));
        assertThat(own.undistributed()).isEqualTo(Kroner.ZERO);

        var printed = divided(needs, needs(1_001_000L, "0.7"), 1_000_000);
        assertThat(printed.lines().stream()
                        .map(line -> line.whole().orElseThrow().equalisation()))
                .containsExactly(Fraction.of(-300), Fraction.of(-30_300), Fraction.of(29_900));
        assertThat(printed.undistributed()).isEqualTo(Kroner.of(700));

        // The other way: the equalisation gives 1 000 more than it takes, and the grant per inhabitant is as much less.
        var above = divided(needs, needs(999_300L, "1"), 1_000_000);
        assertThat(part(above, 0).rate()).isEqualTo(Fraction.of(999));
        assertThat(above.lines().stream().map(line -> line.whole().orElseThrow().equalisation()))
                .containsExactly(Fraction.of(720), Fraction.of(-29_790), Fraction.of(30_070));
        assertThat(above.lines())
                .extracting(FrameworkLine::amount)
                .containsExactly(Kroner.of(600_120), Kroner.of(269_910), Kroner.of(129_970));
        assertThat(above.undistributed()).isEqualTo(Kroner.ZERO);
        assertThat(Golden.faults(new FrameworkGrant(needs, ROWS, 1, Optional.empty(), Optional.of(needs(999_300L, "1")))
                        .divide(Kroner.of(999))))
                .extracting(fault -> fault.broken() + " " + fault.pointer())
                .containsExactly("ADDITIONS_WITHIN_BUDGET /whole/tolerance");
        assertThat(Golden.faults(
                        new FrameworkGrant(needs, ROWS, 1, Optional.empty(), Optional.of(needs(1_001_000L, "0.69")))
                                .divide(Kroner.of(1_000_000))))
                .singleElement()
                .satisfies(fault -> assertThat(fault.arguments())
                        .isEqualTo(Map.of("mean", "1000.3", "printed", "1001", "tolerance", "0.69")));
    }

    @Test
    void randomGrantsAreTheDefinitionWordForWord() {
        System.out.println("WholeGrantTest: -Dallocation.seed=" + SEED);
        var random = new Random(SEED);
        var refused = 0;
        for (var n = 0; n < CASES; n++) {
            var count = 1 + random.nextInt(7);
            var rows = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> row(i, 1 + random.nextInt(900), i == 1 ? 3 : random.nextInt(90)))
                    .toList();
            var july = new HashMap<Recipient, Decimal>();
            if (random.nextBoolean()) {
                rows.forEach(row -> july.put(row.recipient(), Decimal.of(1 + random.nextInt(900))));
            }
            var growth = new HashMap<Recipient, Long>();
            rows.stream()
                    .filter(_ -> random.nextInt(3) == 0)
                    .forEach(row -> growth.put(row.recipient(), (long) random.nextInt(5_000)));
            var unit = List.of(1L, 100L, 1000L).get(random.nextInt(3));
            var budget = 1_000_000L + random.nextInt(2_000_000);
            var need = 1L + random.nextInt(900_000);
            var incorporated = (long) random.nextInt((int) Math.min(budget, need));
            var whole = with(whole(need, List.of(addition(WholeGrant.Kind.GROWTH, growth))), july, incorporated);
            var outcome =
                    new FrameworkGrant(KEY, rows, unit, Optional.empty(), Optional.of(whole)).divide(Kroner.of(budget));
            if (!(outcome instanceof Outcome.Allocated<FrameworkDivision>(var division))) {
                refused++;
                continue;
            }
            var given = growth.values().stream().mapToLong(one -> one).sum();
            var people =
                    rows.stream().map(row -> SlowModels.q(row.inhabitants())).toList();
            var counted = rows.stream()
                    .map(row -> SlowModels.q(july.getOrDefault(row.recipient(), row.inhabitants())))
                    .toList();
            var values = rows.stream()
                    .map(row -> SlowModels.q(row.values().get("c")))
                    .toList();
            var each = new ArrayList<Q>();
            var equalised = new ArrayList<Q>();
            var earmarked = new ArrayList<Q>();
            for (var i = 0; i < count; i++) {
                var share = values.get(i).over(SlowReference.sum(values));
                var mean = people.get(i).over(SlowReference.sum(people));
                var part = counted.get(i).over(SlowReference.sum(counted));
                each.add(Q.q(budget - given).times(part));
                equalised.add(Q.q(need).times(share).minus(Q.q(need).times(mean)));
                earmarked.add(Q.q(incorporated).times(part.plus(share).minus(mean)));
            }
            var perInhabitant = signed(each, unit);
            var equalisation = signed(equalised, unit);
            for (var i = 0; i < count; i++) {
                var line = division.lines().get(i);
                assertThat(line.perInhabitantPart().value()).isEqualTo(perInhabitant[i]);
                assertThat(line.equalisation().value()).isEqualTo(equalisation[i]);
                assertThat(line.amount().value())
                        .isEqualTo(perInhabitant[i] + equalisation[i] + growth.getOrDefault(line.recipient(), 0L));
            }
            assertThat(incorporated(division))
                    .containsExactly(Arrays.stream(signed(earmarked, 1)).boxed().toArray(Long[]::new));
            assertThat(Arrays.stream(equalisation).sum()).isZero();
            assertThat(division.undistributed().value()).isEqualTo((budget - given) % unit);
        }
        assertThat(refused).isLessThan(CASES / 2);
    }

    /** The largest remainder word for word, also below zero. */
    private static long[] signed(List<Q> exact, long unit) {
        var units = exact.stream()
                .map(one -> Whole.floor(one.n(), one.d().multiply(BigInteger.valueOf(unit))))
                .toList();
        var left = SlowReference.sum(exact).over(Q.q(unit));
        var missing = Whole.floor(left.n(), left.d())
                .subtract(units.stream().reduce(BigInteger.ZERO, BigInteger::add))
                .intValueExact();
        var order = IntStream.range(0, exact.size())
                .boxed()
                .sorted((one, other) -> {
                    var by = remainder(exact.get(other), unit, units.get(other))
                            .compareTo(remainder(exact.get(one), unit, units.get(one)));
                    return by != 0 ? by : exact.get(other).compareTo(exact.get(one));
                })
                .limit(missing)
                .toList();
        return IntStream.range(0, exact.size())
                .mapToLong(i -> (units.get(i).longValueExact() + (order.contains(i) ? 1 : 0)) * unit)
                .toArray();
    }

    private static Q remainder(Q exact, long unit, BigInteger units) {
        return exact.minus(new Q(units.multiply(BigInteger.valueOf(unit)), BigInteger.ONE));
    }

    private static List<String> faults(WholeGrant whole, long budget) {
        var outcome = new FrameworkGrant(KEY, ROWS, 1, Optional.empty(), Optional.of(whole)).divide(Kroner.of(budget));
        return outcome instanceof Outcome.Impossible<FrameworkDivision>(var faults)
                ? faults.stream()
                        .map(fault -> fault.broken() + " " + fault.pointer())
                        .toList()
                : List.of();
    }

    private static FrameworkDivision allocated(WholeGrant whole, long budget) {
        return divided(KEY, whole, budget);
    }

    private static FrameworkDivision divided(Key key, WholeGrant whole, long budget) {
        return Golden.allocated(
                new FrameworkGrant(key, ROWS, 1, Optional.empty(), Optional.of(whole)).divide(Kroner.of(budget)));
    }

    private static WholeGrant.Part part(FrameworkDivision division, int at) {
        return division.lines().get(at).whole().orElseThrow();
    }

    private static List<Long> incorporated(FrameworkDivision division) {
        return division.lines().stream()
                .map(line ->
                        line.whole().orElseThrow().incorporated().orElseThrow().value())
                .toList();
    }

    private static WholeGrant whole(long need, List<WholeGrant.Addition> additions) {
        return new WholeGrant(
                Optional.of(Kroner.of(need)), false, Optional.empty(), Map.of(), additions, Optional.empty(), Map.of());
    }

    private static WholeGrant needs(Long total, String tolerance) {
        return new WholeGrant(
                Optional.ofNullable(total).map(Kroner::of),
                true,
                Optional.ofNullable(tolerance).map(Decimal::of),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of());
    }

    private static WholeGrant with(WholeGrant whole, Map<Recipient, Decimal> july, Long incorporated) {
        return new WholeGrant(
                whole.totalNeed(),
                false,
                Optional.empty(),
                july,
                whole.additions(),
                Optional.ofNullable(incorporated).map(Kroner::of),
                Map.of());
    }

    private static WholeGrant.Addition addition(WholeGrant.Kind kind, Map<Recipient, Long> amounts) {
        var kroner = new HashMap<Recipient, Kroner>();
        amounts.forEach((recipient, amount) -> kroner.put(recipient, Kroner.of(amount)));
        return new WholeGrant.Addition(kind, "Invented", kroner);
    }

    private static Row row(int number, long inhabitants, long value) {
        return new Row(of(number), Decimal.of(inhabitants), Map.of("c", Decimal.of(value)));
    }

    private static Recipient of(int number) {
        return Recipient.of(new MunicipalityNumber("%04d".formatted(number)));
    }
}
