package no.opptrapping.grant.allocation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Changes worked out by hand. */
class ChangeExamplesTest {
    private static final List<PotModel.Weight> BY_PEOPLE = List.of(new PotModel.Weight("population", 2023, "1"));
    private static final List<PotModel.Weight> BY_PEOPLE_AND_RECIPIENTS = List.of(
            new PotModel.Weight("population", 2024, "0.6"), new PotModel.Weight("social-assistance", 2024, "0.4"));

    /**
     * A million by inhabitants (600, 300, 100): 600 000, 300 000, 100 000. The year after 1 100 000, by inhabitants (700,
     * 300, 200) with 0.6 and recipients (50, 10, 40) with 0.4: shares 0.55, 0.19, 0.26.
     *
     * <p>In the order: the larger appropriation gives 660 000, 330 000, 110 000. With 700 inhabitants of 1100 the first
     * has 700 000, with 200 of 1100 the third 200 000; the second has as many as before. With everybody's new inhabitants
     * (of 1200) they have 641 667, 275 000, 183 333. The new key gives 605 000, 209 000, 286 000.
     *
     * <p>In all orders, for the second, whose own figures do not change: the appropriation is worth 30 000 alone, 25 000
     * after the others' figures, 22 000 after the key and 19 000 after both: {@code 30000/3 + 25000/6 + 22000/6 +
     * 19000/3 = 24166 2/3}. The others' figures are worth -50 000, -55 000, -30 000 and -33 000: {@code -41833 1/3}; the
     * key -80 000, -88 000, -60 000 and -66 000: {@code -73333 1/3}. Together -91 000.
     */
    @Test
    void moreMoneyMorePeopleAndANewKey() {
        var from = objective(1, 1_000_000, BY_PEOPLE, null, people(2023, 600, 300, 100));
        var to = objective(
                1,
                1_100_000,
                BY_PEOPLE_AND_RECIPIENTS,
                null,
                peopleAndRecipients(new long[] {700, 300, 200}, new long[] {50, 10, 40}));

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(table.causes())
                .containsExactly(
                        Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.KEY, Cause.ROUNDING);
        assertThat(chain(table, "1101", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.KEY))
                .containsExactly(60_000L, 40_000L, -58_333L, -36_667L);
        assertThat(chain(table, "1102", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.KEY))
                .containsExactly(30_000L, 0L, -55_000L, -66_000L);
        assertThat(chain(table, "1103", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.KEY))
                .containsExactly(10_000L, 90_000L, -16_667L, 102_667L);
        assertThat(table.total().inOrder(Cause.APPROPRIATION).value()).isEqualTo(100_000);
        assertThat(table.total().inOrder(Cause.OWN_FIGURES).value()).isEqualTo(130_000);
        assertThat(table.total().inOrder(Cause.OTHER_FIGURES).value()).isEqualTo(-130_000);
        assertThat(table.total().inOrder(Cause.KEY).value()).isZero();

        var second = of(table, "1102");
        assertThat(second.inMean(Cause.APPROPRIATION).value()).isBetween(24_166L, 24_167L);
        assertThat(second.inMean(Cause.OWN_FIGURES).value()).isZero();
        assertThat(second.inMean(Cause.OTHER_FIGURES).value()).isBetween(-41_834L, -41_833L);
        assertThat(second.inMean(Cause.KEY).value()).isBetween(-73_334L, -73_333L);
        assertThat(table.total().inMean(Cause.APPROPRIATION).value()).isEqualTo(100_000);
        assertThat(table.total().inMean(Cause.KEY).value()).isZero();
    }

    /**
     * A million by inhabitants (700, 290, 10), in thousands: 700, 290, 10. With a floor of 100 000 the others divide
     * 900 000 by 700 and 290: to the krone 636 364 and 263 636, in thousands 636 and 264.
     */
    @Test
    void aFloorTakesFromTheOthersAndRoundingIsSaidByItself() {
        var from = objective(1000, 1_000_000, BY_PEOPLE, null, people(2023, 700, 290, 10));
        var to = objective(1000, 1_000_000, BY_PEOPLE, 100_000L, people(2023, 700, 290, 10));

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(table.causes()).containsExactly(Cause.LIMITS, Cause.ROUNDING);
        for (var number : List.of("1101", "1102", "1103")) {
            assertThat(of(table, number).mean()).isEqualTo(of(table, number).chain());
        }
        assertThat(chain(table, "1101", Cause.LIMITS, Cause.ROUNDING)).containsExactly(-63_636L, -364L);
        assertThat(chain(table, "1102", Cause.LIMITS, Cause.ROUNDING)).containsExactly(-26_364L, 364L);
        assertThat(chain(table, "1103", Cause.LIMITS, Cause.ROUNDING)).containsExactly(90_000L, 0L);
    }

    /**
     * A million by inhabitants (900, 60, 40) with a floor of 100 000: 800 000, 100 000, 100 000. The second and the third
     * merge: with one floor they get 100 000 together, where they had 200 000; nothing else changed.
     */
    @Test
    void twoFloorsBecomeOneInAMerger() {
        var merged = new UUID(0, 9);
        var from = objective(1, 1_000_000, BY_PEOPLE, 100_000L, people(2023, 900, 60, 40));
        var to = objective(
                1,
                1_000_000,
                List.of(new PotModel.Weight("population", 2024, "1")),
                100_000L,
                List.of(
                        municipality(new UUID(0, 1), "1101", 2024, 900, null),
                        municipality(merged, "1109", 2024, 100, null)));

        var table = change(
                from,
                to,
                id -> List.of(new Successor(
                        id.value().equals(new UUID(0, 1)) ? id : new MunicipalityId(merged), Fraction.of(1))));

        assertThat(table.causes()).containsExactly(Cause.STRUCTURE);
        assertThat(of(table, "1109").before().value()).isEqualTo(200_000);
        assertThat(chain(table, "1101", Cause.STRUCTURE)).containsExactly(100_000L);
        assertThat(chain(table, "1109", Cause.STRUCTURE)).containsExactly(-100_000L);
    }

    /**
     * Before 1000, 100, 0; by the key 500, 300, 400; inhabitants 10, 10, 20. A guarantee as the state computes it with a
     * threshold of 5 gives 856, 181, 163 (the worked example of the rules), against 500, 300, 400 without one.
     */
    @Test
    void aGuaranteeIsACauseOfItsOwn() {
        var people = List.of(
                municipality(new UUID(0, 1), "1101", 2024, 10, 5L),
                municipality(new UUID(0, 2), "1102", 2024, 10, 3L),
                municipality(new UUID(0, 3), "1103", 2024, 20, 4L));
        var weights = List.of(new PotModel.Weight("social-assistance", 2024, "1"));
        var from = inputs(1, 1_200, incorporation(weights, null, null), people, List.of(), earmarked());
        var to = inputs(
                1,
                1_200,
                incorporation(weights, new PotModel.Guarantee(GuaranteeVariant.STATE, "5"), null),
                people,
                List.of(),
                earmarked());

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(table.causes()).containsExactly(Cause.EASING);
        assertThat(table.rows())
                .extracting(row -> row.inOrder(Cause.EASING).value())
                .containsExactly(356L, -119L, -237L);
    }

    /**
     * Half a million by rank: 400 000 and 100 000 of 300 000, and nothing for the third. The year after there is a
     * million, the first asks for 200 000 less, and the third comes before the second: everybody gets what was assessed.
     * For the second: 600 000 left of the million is more than its 300 000 (+200 000), and nothing else matters any more.
     */
    @Test
    void whatOthersAskedForIsACauseAndWhatOneAskedForToo() {
        var from = applied(500_000, "k1", List.of(400_000L, 300_000L, 200_000L), List.of(1, 2, 3));
        var to = applied(1_000_000, "k2", List.of(200_000L, 300_000L, 200_000L), List.of(1, 3, 2));

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(chain(table, "1102", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.KEY))
                .containsExactly(200_000L, 0L, 0L, 0L);
        assertThat(chain(table, "1101", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES))
                .containsExactly(0L, -200_000L, 0L);
        assertThat(chain(table, "1103", Cause.APPROPRIATION, Cause.OWN_FIGURES, Cause.OTHER_FIGURES))
                .containsExactly(200_000L, 0L, 0L);
    }

    /** From applications to a key: what neither year knows of the other has not changed, so the model is the cause. */
    @Test
    void anotherModelIsAnotherKey() {
        var from = applied(500_000, "k1", List.of(400_000L, 300_000L, 200_000L), List.of(1, 2, 3));
        var to = objective(1, 500_000, BY_PEOPLE, null, people(2023, 600, 300, 100));

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(table.causes()).containsExactly(Cause.KEY);
        assertThat(chain(table, "1101", Cause.KEY)).containsExactly(-100_000L);
    }

    /** Floors of 400 000 for three do not fit in a million: without the larger appropriation they change nothing yet. */
    @Test
    void aWorldThatCannotBeDividedCountsWithoutItsLastCause() {
        var from = objective(1, 1_000_000, BY_PEOPLE, null, people(2023, 600, 300, 100));
        var to = objective(1, 1_300_000, BY_PEOPLE, 400_000L, people(2023, 600, 300, 100));

        var table = change(from, to, ChangeExamplesTest::itself);

        assertThat(table.impossible()).isEqualTo(1);
        assertThat(chain(table, "1103", Cause.APPROPRIATION, Cause.LIMITS)).containsExactly(30_000L, 270_000L);
        // In the other order the limits change nothing and the appropriation 300 000: the mean of 30 000 and 300 000.
        assertThat(of(table, "1103").inMean(Cause.APPROPRIATION).value()).isEqualTo(165_000);
        assertThat(of(table, "1103").inMean(Cause.LIMITS).value()).isEqualTo(135_000);
    }

    /**
     * Whole frameworks before and after the second and the third merge, with the inhabitants of July, an addition and a
     * guarantee by number: what was theirs is the new one's, so that every world can be divided and the rule is the same.
     */
    @Test
    void aWholeFrameworkGrantIsMovedThroughAMerger() {
        var from = whole(
                people(2023, 600, 300, 100),
                Map.of("1101", "610", "1102", "290", "1103", "100"),
                Map.of("1103", 50_000L),
                "10",
                Map.of("1101", 900_000L, "1102", 50_000L, "1103", 50_000L));
        var merged = List.of(
                municipality(new UUID(0, 1), "1101", 2023, 600, null),
                municipality(new UUID(0, 9), "1109", 2023, 400, null));
        Function<MunicipalityId, List<Successor>> heirs = id -> List.of(new Successor(
                id.value().equals(new UUID(0, 1)) ? id : new MunicipalityId(new UUID(0, 9)), Fraction.of(1)));
        var alike = whole(
                merged,
                Map.of("1101", "610", "1109", "390"),
                Map.of("1109", 50_000L),
                "10",
                Map.of("1101", 900_000L, "1109", 100_000L));
        var table = change(from, alike, heirs);
        assertThat(table.impossible()).isZero();
        assertThat(table.causes()).isSubsetOf(Cause.STRUCTURE);

        var other = whole(
                merged,
                Map.of("1101", "600", "1109", "400"),
                Map.of("1109", 60_000L),
                "20",
                Map.of("1101", 800_000L, "1109", 150_000L));
        var told = change(from, other, heirs);
        assertThat(told.impossible()).isZero();
        assertThat(told.causes())
                .contains(Cause.OWN_FIGURES, Cause.OTHER_FIGURES, Cause.EASING)
                .doesNotContain(Cause.KEY, Cause.APPROPRIATION);
    }

    /** The second and the third each asked for 200 000 within ceilings of 300 000 and 100 000, and are one now. */
    @Test
    void thoseThatMergeAskTogetherWithinTheirCeiling() {
        var from = withinCeilings("k1", people(2023, 600, 300, 100), 700_000, 200_000, 200_000);
        var merged = List.of(
                municipality(new UUID(0, 1), "1101", 2023, 600, null),
                municipality(new UUID(0, 9), "1109", 2023, 400, null));
        var to = withinCeilings("k2", merged, 700_000, 400_000);
        var table = change(
                from,
                to,
                id -> List.of(new Successor(
                        id.value().equals(new UUID(0, 1)) ? id : new MunicipalityId(new UUID(0, 9)), Fraction.of(1))));
        assertThat(table.impossible()).isZero();
        assertThat(of(table, "1109").after().value()).isEqualTo(400_000);
        assertThat(table.causes()).isSubsetOf(Cause.STRUCTURE);
    }

    private static RunInputs whole(
            List<RunInputs.Municipality> municipalities,
            Map<String, String> july,
            Map<String, Long> growth,
            String threshold,
            Map<String, Long> before) {
        return inputs(
                1,
                1_000_000,
                new PotModel.Framework(
                        BY_PEOPLE,
                        null,
                        false,
                        null,
                        new WholeFramework(
                                100_000L,
                                false,
                                null,
                                new WholeFramework.Inhabitants("2023-07-01", "Invented", july),
                                List.of(new WholeFramework.Addition(WholeFramework.Kind.GROWTH, "Invented", growth)),
                                new WholeFramework.WholeGuarantee(threshold, "Invented", before, null),
                                null)),
                municipalities,
                List.of(),
                List.of());
    }

    private static RunInputs withinCeilings(String year, List<RunInputs.Municipality> municipalities, long... asked) {
        var call = new UUID(7, year.hashCode()).toString();
        var applications = IntStream.range(0, asked.length)
                .mapToObj(i -> new RunInputs.Application(
                        call,
                        new UUID(year.hashCode(), i).toString(),
                        year + i,
                        municipalities.get(i).id(),
                        municipalities.get(i).number(),
                        asked[i],
                        asked[i],
                        0,
                        null,
                        null,
                        "2025-03-01T10:00:00Z",
                        List.of(),
                        null))
                .toList();
        return inputs(
                1,
                1_000_000,
                new CallModel.Ceiling(
                        call, DivisionRule.WITHIN_CEILING, TieRule.NONE, BY_PEOPLE, null, false, null, null),
                municipalities,
                applications,
                List.of());
    }

    @Test
    void whoHasNoSuccessorIsNamed() {
        var from = objective(1, 1_000_000, BY_PEOPLE, null, people(2023, 600, 300, 100));
        var to = objective(1, 1_000_000, BY_PEOPLE, null, people(2023, 600, 300));

        assertThat(decompose(from, to, ChangeExamplesTest::itself).lost())
                .containsExactly(new MunicipalityId(new UUID(0, 3)));
    }

    private static List<Successor> itself(MunicipalityId id) {
        return List.of(new Successor(id, Fraction.of(1)));
    }

    private static DecomposeChange decompose(
            RunInputs from, RunInputs to, Function<MunicipalityId, List<Successor>> heirs) {
        return new DecomposeChange(side(from), side(to), heirs);
    }

    private static ChangeTable change(RunInputs from, RunInputs to, Function<MunicipalityId, List<Successor>> heirs) {
        var table = decompose(from, to, heirs).decompose(true, DecomposeChange.ALONE);
        table.rows().forEach(ChangeExamplesTest::addsUp);
        addsUp(table.total());
        return table;
    }

    static void addsUp(ChangeTable.Change change) {
        for (var amounts : List.of(change.chain(), change.mean())) {
            assertThat(amounts.values().stream().mapToLong(one -> one.value()).sum())
                    .as("the causes of %s", change)
                    .isEqualTo(change.change().value());
        }
    }

    /** Each cause's cells sum to the country's; with whole kroner and every world divided, rounding is nothing. */
    static void columnsAddUp(ChangeTable table, RunInputs from, RunInputs to) {
        for (var cause : Cause.values()) {
            assertThat(table.rows().stream()
                            .mapToLong(row -> row.inOrder(cause).value())
                            .sum())
                    .as("%s of all in order", cause)
                    .isEqualTo(table.total().inOrder(cause).value());
            assertThat(table.rows().stream()
                            .mapToLong(row -> row.inMean(cause).value())
                            .sum())
                    .as("%s of all in the mean", cause)
                    .isEqualTo(table.total().inMean(cause).value());
        }
        if (table.impossible() == 0
                && from.parameters().unit() == 1
                && to.parameters().unit() == 1) {
            assertThat(table.rows())
                    .as("the worlds begin and end in what the runs gave")
                    .allSatisfy(row -> assertThat(row.inOrder(Cause.ROUNDING)).isEqualTo(Kroner.ZERO));
        }
    }

    static DecomposeChange.Side side(RunInputs inputs) {
        var run = RandomRuns.computed(inputs).orElseThrow();
        return new DecomposeChange.Side(run.inputs(), run.result());
    }

    private static ChangeTable.Change of(ChangeTable table, String number) {
        return table.of(new MunicipalityNumber(number)).orElseThrow();
    }

    private static List<Long> chain(ChangeTable table, String number, Cause... causes) {
        return List.of(causes).stream()
                .map(cause -> of(table, number).inOrder(cause).value())
                .toList();
    }

    private static List<RunInputs.Municipality> people(int year, long... people) {
        return IntStream.range(0, people.length)
                .mapToObj(i -> municipality(new UUID(0, i + 1), Integer.toString(1101 + i), year, people[i], null))
                .toList();
    }

    private static List<RunInputs.Municipality> peopleAndRecipients(long[] people, long[] recipients) {
        return IntStream.range(0, people.length)
                .mapToObj(i ->
                        municipality(new UUID(0, i + 1), Integer.toString(1101 + i), 2024, people[i], recipients[i]))
                .toList();
    }

    private static RunInputs.Municipality municipality(
            UUID id, String number, int year, long people, @Nullable Long recipients) {
        var values = new HashMap<String, String>();
        values.put("population/" + year, Long.toString(people));
        if (recipients != null) {
            values.put("social-assistance/" + year, Long.toString(recipients));
        }
        return new RunInputs.Municipality(id.toString(), number, "Kommune " + number, Long.toString(people), values);
    }

    private static RunInputs objective(
            int unit,
            long budget,
            List<PotModel.Weight> weights,
            @Nullable Long floor,
            List<RunInputs.Municipality> municipalities) {
        return inputs(
                unit,
                budget,
                new PotModel.Objective(weights, null, false, null, floor, null, null, null, null, null),
                municipalities,
                List.of(),
                List.of());
    }

    private static PotModel incorporation(
            List<PotModel.Weight> weights, PotModel.@Nullable Guarantee guarantee, PotModel.@Nullable PhaseIn phaseIn) {
        return new PotModel.Incorporation("s", 2023, weights, null, false, null, guarantee, phaseIn);
    }

    private static List<RunInputs.Before> earmarked() {
        return List.of(new RunInputs.Before("s", 2023, "1101", 1000), new RunInputs.Before("s", 2023, "1102", 100));
    }

    private static RunInputs applied(long budget, String year, List<Long> assessed, List<Integer> ranks) {
        var call = new UUID(7, year.hashCode()).toString();
        var applications = IntStream.range(0, assessed.size())
                .mapToObj(i -> new RunInputs.Application(
                        call,
                        new UUID(year.hashCode(), i).toString(),
                        year + i,
                        new UUID(0, i + 1).toString(),
                        Integer.toString(1101 + i),
                        assessed.get(i),
                        assessed.get(i),
                        0,
                        ranks.get(i),
                        null,
                        "2025-03-01T10:00:00Z",
                        List.of(),
                        null))
                .toList();
        return inputs(
                1,
                budget,
                new CallModel.Application(call, DivisionRule.RANKED, TieRule.NONE),
                people(2023, 600, 300, 100),
                applications,
                List.of());
    }

    private static RunInputs inputs(
            int unit,
            long budget,
            PotModel model,
            List<RunInputs.Municipality> municipalities,
            List<RunInputs.Application> applications,
            List<RunInputs.Before> before) {
        return new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        new UUID(5, 5).toString(),
                        2025,
                        "2025-01-01",
                        unit,
                        2024,
                        List.of(new RunParameters.Pot("Alt", null, false, null, model))),
                budget,
                List.of(),
                municipalities,
                applications,
                before,
                null,
                null);
    }
}
