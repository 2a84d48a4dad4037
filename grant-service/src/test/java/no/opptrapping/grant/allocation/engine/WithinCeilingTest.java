package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingLine;
import no.opptrapping.grant.allocation.engine.WithinCeiling.Request;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Requests within computed ceilings: worked by hand, against the slow definition, and what is refused. */
class WithinCeilingTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 50_000) / 25;
    private static final Key.CostKey KEY = new Key.CostKey(List.of(new Criterion("c", Decimal.ONE)), false);
    /** Half, three tenths and a fifth of the criterion. */
    private static final List<Row> ROWS = List.of(row(1, 50), row(2, 30), row(3, 20));

    /**
     * Of 1 000 000 the ceilings are 500 000, 300 000 and 200 000. The first asks for 260 000 and has it; the others ask
     * for 500 000 and 230 000, have their ceilings, and share the 240 000 that the first left as 3 to 2: 144 000 and
     * 96 000, of which the third takes the 30 000 it asked for and the second the 200 000 it asked for. 10 000 are left.
     */
    @Test
    void whatNobodyAsksForIsSharedByTheSameKeyUpToWhatWasAsked() {
        var division = allocated(1_000_000, 1, request(1, 260_000), request(2, 500_000), request(3, 230_000));
        assertThat(division.ceilings())
                .extracting(WithinCeiling.Ceiling::amount)
                .containsExactly(Kroner.of(500_000), Kroner.of(300_000), Kroner.of(200_000));
        assertThat(division.left()).isEqualTo(Kroner.of(240_000));
        assertThat(amounts(division)).containsExactly(260_000L, 500_000L, 230_000L);
        assertThat(division.undistributed()).isEqualTo(Kroner.of(10_000));
    }

    /** The second asks for 900 000 instead: it takes 210 000 beside the 30 000, and nothing is left. */
    @Test
    void nothingIsLeftWhileSomebodyAskedForMore() {
        var division = allocated(1_000_000, 1, request(1, 260_000), request(2, 900_000), request(3, 230_000));
        assertThat(division.lines())
                .extracting(CeilingLine::second)
                .containsExactly(Kroner.ZERO, Kroner.of(210_000), Kroner.of(30_000));
        assertThat(amounts(division)).containsExactly(260_000L, 510_000L, 230_000L);
        assertThat(division.undistributed()).isEqualTo(Kroner.ZERO);
    }

    /**
     * 1 000 300 in thousands: ceilings 500 000, 300 000, 200 000, and 300 that no ceiling has. The first asks for
     * nothing, the others for a million each: of 500 300 they have 300 180 and 200 120, rounded 300 000 and 200 000.
     */
    @Test
    void theSecondRoundIsRoundedToTheUnitToo() {
        var division = allocated(1_000_300, 1000, request(2, 1_000_000), request(3, 1_000_000));
        assertThat(division.lines())
                .extracting(CeilingLine::exact)
                .containsExactly(Fraction.of(300_180), Fraction.of(200_120));
        assertThat(amounts(division)).containsExactly(600_000L, 400_000L);
        assertThat(division.undistributed()).isEqualTo(Kroner.of(300));
        assertThat(division.lines().getFirst().parts().getFirst().contributionInOre())
                .isEqualTo(30_009_000);
        assertThat(division.lines().getFirst().byKeyInOre()).isEqualTo(30_009_000);
    }

    /** The second and the third together have a ceiling of 500 000 and half of the key in the second round. */
    @Test
    void thoseThatAskTogetherHaveOneCeiling() {
        var together = new Request(of(2), Kroner.of(800_000), Set.of(of(2), of(3)));
        var division = allocated(1_000_000, 1, together, request(1, 450_000));
        var line = division.lines().get(1);
        assertThat(line.ceiling()).isEqualTo(Kroner.of(500_000));
        assertThat(line.share()).isEqualTo(Fraction.of(1, 2));
        assertThat(line.amount()).isEqualTo(Kroner.of(550_000));
        assertThat(line.parts()).isEmpty();
        assertThat(line.byKeyInOre()).isEqualTo(50_000_000);
    }

    /**
     * The first asked for 300 000 and 600 000 before it was one municipality: of its 500 000 they have 166 666 and
     * 333 334. The second asks for 100 000 of its 300 000, the third for 350 000 of its 200 000. The 200 000 that are left
     * are divided as a third and two thirds of a half to a fifth: 47 619, 95 238 and 57 143.
     */
    @Test
    void requestsOfOneMunicipalityShareItsCeilingAsTheyAsked() {
        var requests = List.of(
                new Request(new Recipient(number(1), "a"), Kroner.of(300_000), Set.of(of(1))),
                new Request(new Recipient(number(1), "b"), Kroner.of(600_000), Set.of(of(1))),
                request(2, 100_000),
                request(3, 350_000));
        var division = Golden.allocated(new WithinCeiling(KEY, ROWS, requests, 1).divide(Kroner.of(1_000_000)));
        assertThat(division.lines())
                .extracting(CeilingLine::ceiling)
                .containsExactly(Kroner.of(166_666), Kroner.of(333_334), Kroner.of(300_000), Kroner.of(200_000));
        assertThat(division.lines())
                .extracting(CeilingLine::share)
                .containsExactly(Fraction.of(1, 6), Fraction.of(1, 3), Fraction.of(3, 10), Fraction.of(1, 5));
        assertThat(division.lines())
                .extracting(CeilingLine::second)
                .containsExactly(Kroner.of(47_619), Kroner.of(95_238), Kroner.ZERO, Kroner.of(57_143));
        assertThat(division.lines()).extracting(CeilingLine::isShared).containsExactly(true, true, false, false);
        assertThat(division.lines())
                .extracting(CeilingLine::byKeyInOre)
                .containsExactly(16_666_666L, 33_333_333L, 30_000_000L, 20_000_000L);
        assertThat(division.undistributed()).isEqualTo(Kroner.ZERO);
    }

    /** What they have together is what they would have had as one request, but for a krone each. */
    @Test
    void requestsThatShareHaveWhatOneRequestWouldHave() {
        var random = new Random(SEED);
        for (var n = 0; n < CASES; n++) {
            var budget = Kroner.of(random.nextInt(400_000));
            var parts = IntStream.range(0, 3)
                    .mapToObj(_ -> Kroner.of(random.nextInt(100_000)))
                    .toList();
            var other = request(2, random.nextInt(200_000));
            var apart = new ArrayList<>(List.of(other));
            for (var i = 0; i < 3; i++) {
                // The second is of the third municipality too, so that all three are one.
                apart.add(new Request(
                        new Recipient(number(i == 2 ? 3 : 1), "r" + i),
                        parts.get(i),
                        i == 0 ? Set.of(of(1)) : i == 1 ? Set.of(of(1), of(3)) : Set.of(of(3))));
            }
            var together = List.of(other, new Request(of(1), Kroner.sum(parts), Set.of(of(1), of(3))));
            var one = Golden.allocated(new WithinCeiling(KEY, ROWS, together, 1).divide(budget));
            var several = Golden.allocated(new WithinCeiling(KEY, ROWS, apart, 1).divide(budget));
            assertThat(several.sum()).isEqualTo(one.sum());
            assertThat(several.lines())
                    .allSatisfy(line -> assertThat(line.amount()).isLessThanOrEqualTo(line.asked()));
            assertThat(Math.abs(several.lines().stream()
                                    .filter(line -> !line.recipient().equals(of(2)))
                                    .mapToLong(line -> line.amount().value())
                                    .sum()
                            - one.lines().getFirst().amount().value()))
                    .isLessThanOrEqualTo(3);
        }
    }

    /**
     * Told 500 000, 300 000 and 200 000 of a million, of which there are now 900 000, by a key that would give 450 000,
     * 270 000 and 180 000: the first and the second have what they asked for within what they were told, and the third,
     * which asked for more, its 200 000 and the 30 000 that are left.
     */
    @Test
    void whatWasToldStaysWhateverTheKeyWouldGiveNow() {
        var told = Map.of(of(1), Kroner.of(500_000), of(2), Kroner.of(300_000), of(3), Kroner.of(200_000));
        var requests = List.of(request(1, 400_000), request(2, 270_000), request(3, 500_000));
        var model = new WithinCeiling(KEY, ROWS, requests, 1, Optional.of(told));
        var division = Golden.allocated(model.divide(Kroner.of(900_000)));
        assertThat(division.told()).isTrue();
        assertThat(division.lines())
                .extracting(CeilingLine::ceiling)
                .containsExactly(Kroner.of(500_000), Kroner.of(300_000), Kroner.of(200_000));
        assertThat(division.left()).isEqualTo(Kroner.of(30_000));
        assertThat(amounts(division)).containsExactly(400_000L, 270_000L, 230_000L);
        assertThat(Golden.faults(model.divide(Kroner.of(869_999))))
                .extracting(fault -> fault.broken() + " " + fault.pointer() + " " + fault.arguments())
                .containsExactly("CEILINGS_WITHIN_BUDGET /budget "
                        + Map.of("asked", Kroner.of(870_000), "budget", Kroner.of(869_999)));
    }

    /** Also whom an import leaves out; who was told none has none. */
    @Test
    void whoWasToldACeilingHasItAndWhoWasNotHasNone() {
        var key = new Key.ImportedIndices(
                Map.of(of(1), Decimal.of("1.5"), of(2), Decimal.of("0.5")),
                new Key.WhenMissing.Exclude(),
                Optional.empty());
        var told = Map.of(of(1), Kroner.of(600), of(3), Kroner.of(400));
        var division = Golden.allocated(new WithinCeiling(
                        key, ROWS, List.of(request(1, 500), request(2, 50), request(3, 900)), 1, Optional.of(told))
                .divide(Kroner.of(1_000)));
        assertThat(division.lines())
                .extracting(CeilingLine::first)
                .containsExactly(Kroner.of(500), Kroner.ZERO, Kroner.of(400));
        assertThat(amounts(division)).containsExactly(500L, 50L, 400L);
    }

    @Test
    void whoeverNobodyAskedForGetsNothingAndNobodyMayAskForNobody() {
        assertThat(allocated(1_000_000, 1).undistributed()).isEqualTo(Kroner.of(1_000_000));
        var faults =
                Golden.faults(new WithinCeiling(KEY, ROWS, List.of(request(1, -5), request(1, 7), request(9, 1)), 7)
                        .divide(Kroner.of(-1)));
        assertThat(faults)
                .extracting(fault -> fault.broken() + " " + fault.pointer())
                .containsExactly(
                        "BUDGET_NOT_NEGATIVE /budget",
                        "UNIT_IN_USE /unit",
                        "ASSESSED_NOT_NEGATIVE /applications/0/assessed",
                        "RECIPIENT_ONLY_ONCE /applications/1",
                        "CEILING_OF_A_ROW /applications/2");
    }

    /** Also where there is enough for all. */
    @Test
    void whoeverHasNoPartOfTheKeyHasNoneOfWhatIsLeft() {
        var rows = List.of(row(1, 50), row(2, 0));
        var division = Golden.allocated(
                new WithinCeiling(KEY, rows, List.of(request(1, 10), request(2, 10)), 1).divide(Kroner.of(1_000)));
        assertThat(amounts(division)).containsExactly(10L, 0L);
    }

    @Test
    void whoeverAnImportLeavesOutHasNoCeiling() {
        var key = new Key.ImportedIndices(
                Map.of(of(1), Decimal.of("1.5"), of(2), Decimal.of("0.5")),
                new Key.WhenMissing.Exclude(),
                Optional.empty());
        var division = Golden.allocated(
                new WithinCeiling(key, ROWS, List.of(request(1, 900), request(3, 900)), 1).divide(Kroner.of(1_000)));
        assertThat(division.excluded()).containsExactly(of(3));
        assertThat(amounts(division)).containsExactly(900L, 0L);
        assertThat(division.factor()).isEqualTo(Fraction.of(1));
    }

    /** Before rounding the two rounds are one filling of the key up to what each asked for. */
    @Test
    void randomRequestsAreTheDefinitionWordForWord() {
        System.out.println("WithinCeilingTest: -Dallocation.seed=" + SEED);
        var random = new Random(SEED);
        for (var n = 0; n < CASES; n++) {
            var count = 1 + random.nextInt(7);
            var rows = IntStream.rangeClosed(1, count)
                    .mapToObj(i -> row(i, i == 1 ? 3 : random.nextInt(40)))
                    .toList();
            var unit = List.of(1L, 100L, 1000L).get(random.nextInt(3));
            var budget = (long) random.nextInt(400_000);
            var requests = new ArrayList<Request>();
            for (var i = 1; i <= count; i++) {
                if (random.nextInt(4) > 0) {
                    requests.add(request(i, random.nextInt(200_000)));
                }
            }
            var division = Golden.allocated(new WithinCeiling(KEY, rows, requests, unit).divide(Kroner.of(budget)));
            var values = rows.stream()
                    .map(row -> SlowModels.q(row.values().get("c")))
                    .toList();
            var all = SlowReference.sum(values);
            var shares = values.stream().map(value -> value.over(all)).toList();
            var none = shares.stream().map(_ -> (Q) null).toList();
            var ceilings = SlowReference.round(
                    shares.stream().map(share -> share.times(Q.q(budget))).toList(), unit, none);
            var asked = requests.stream().map(one -> one.asked().value()).toList();
            var own = requests.stream()
                    .map(one -> Integer.parseInt(one.recipient().number().value()) - 1)
                    .toList();
            var first = IntStream.range(0, own.size())
                    .mapToObj(i -> Math.min(asked.get(i), ceilings.get(own.get(i))))
                    .toList();
            var left = budget - first.stream().mapToLong(one -> one).sum();
            var more = IntStream.range(0, own.size())
                    .mapToObj(i ->
                            shares.get(own.get(i)).compareTo(Q.ZERO) == 0 ? Q.ZERO : Q.q(asked.get(i) - first.get(i)))
                    .toList();
            var filled = own.isEmpty()
                    ? List.<Q>of()
                    : SlowReference.fill(
                            Q.q(left),
                            own.stream().map(shares::get).toList(),
                            more.stream().map(_ -> Q.ZERO).toList(),
                            more);
            var enough = SlowReference.sum(more).compareTo(Q.q(left)) <= 0;
            var rounded = enough ? more.stream().map(Q::floor).toList() : SlowReference.round(filled, unit, more);
            for (var i = 0; i < own.size(); i++) {
                var line = division.lines().get(i);
                assertThat(line.ceiling().value()).isEqualTo(ceilings.get(own.get(i)));
                assertThat(line.first().value()).isEqualTo(first.get(i));
                assertThat(line.second().value()).isEqualTo(rounded.get(i));
                assertThat(line.amount()).isLessThanOrEqualTo(line.asked());
            }
            if (unit == 1 && !own.isEmpty()) {
                var atOnce = SlowReference.fill(
                        Q.q(budget),
                        own.stream().map(shares::get).toList(),
                        own.stream().map(_ -> Q.ZERO).toList(),
                        asked.stream().map(Q::q).toList());
                for (var i = 0; i < own.size(); i++) {
                    assertThat(Math.abs(division.lines().get(i).amount().value()
                                    - atOnce.get(i).floor()))
                            .as("two rounds are one filling, but for the rounding of the ceilings")
                            .isLessThanOrEqualTo(count + 1);
                }
            }
        }
    }

    private static CeilingDivision allocated(long budget, long unit, Request... requests) {
        return Golden.allocated(new WithinCeiling(KEY, ROWS, List.of(requests), unit).divide(Kroner.of(budget)));
    }

    private static List<Long> amounts(CeilingDivision division) {
        return division.lines().stream().map(line -> line.amount().value()).toList();
    }

    private static Request request(int number, long asked) {
        return new Request(of(number), Kroner.of(asked), Set.of(of(number)));
    }

    private static Row row(int number, long value) {
        return new Row(of(number), Decimal.of(100), Map.of("c", Decimal.of(value)));
    }

    private static Recipient of(int number) {
        return Recipient.of(number(number));
    }

    private static MunicipalityNumber number(int number) {
        return new MunicipalityNumber("%04d".formatted(number));
    }
}
