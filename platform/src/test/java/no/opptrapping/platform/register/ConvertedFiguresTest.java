package no.opptrapping.platform.register;

import static java.util.stream.Collectors.toMap;
import static no.opptrapping.platform.register.FigureStatus.ESTIMATED;
import static no.opptrapping.platform.register.FigureStatus.FINAL;
import static no.opptrapping.platform.register.FigureStatus.PROVISIONAL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.platform.register.ConvertQuantities.Joint;
import no.opptrapping.platform.register.ConvertRatios.Ratio;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.Test;

/** Figures across an invented reform (north and a half of middle united, the rest to south) and an undone merger. */
class ConvertedFiguresTest {
    private static final LocalDate REFORM = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNDONE = LocalDate.of(2024, 1, 1);
    private static final Year YEAR = Year.of(2019);
    private static final MunicipalityId NORTH = id(1);
    private static final MunicipalityId SOUTH = id(2);
    private static final MunicipalityId MIDDLE = id(3);
    private static final MunicipalityId UNITED = id(4);
    private static final MunicipalityId TOWN = id(5);
    private static final MunicipalityId ISLAND = id(6);
    private static final MunicipalityId CITY = id(7);
    private static final MunicipalityId TOWN_AGAIN = id(8);
    private static final MunicipalityId ISLAND_AGAIN = id(9);
    private static final Descent DESCENT = new Descent(List.of(
            merged(NORTH, UNITED),
            part(REFORM, MIDDLE, UNITED, "0.5", Set.of()),
            part(REFORM, MIDDLE, SOUTH, "0.5", Set.of()),
            merged(TOWN, CITY),
            merged(ISLAND, CITY),
            part(UNDONE, CITY, TOWN_AGAIN, "0.8", Set.of(TOWN)),
            part(UNDONE, CITY, ISLAND_AGAIN, "0.2", Set.of(ISLAND))));
    private static final Map<Integer, Map<MunicipalityId, Long>> PEOPLE =
            Map.of(2019, Map.of(NORTH, 300L, SOUTH, 600L, MIDDLE, 100L, TOWN, 900L, ISLAND, 100L));

    @Test
    void addsWhatWasMergedAndDividesWhatWasSplitToTheUnit() {
        var converted = forward(Map.of(NORTH, known(10), MIDDLE, known(7), SOUTH, known(100)), REFORM);

        assertThat(converted.get(UNITED).value().orElseThrow()
                        + converted.get(SOUTH).value().orElseThrow())
                .isEqualTo(117);
        assertThat(converted.get(UNITED).value().orElseThrow()).isBetween(13L, 14L);
        assertThat(converted.values()).allMatch(Converted::estimated);
    }

    @Test
    void leavesFiguresAsTheyAreBeforeTheChange() {
        var figures = Map.of(NORTH, known(10), MIDDLE, known(7));

        assertThat(figures(forward(figures, REFORM.minusDays(1)))).isEqualTo(figures);
    }

    @Test
    void doesNotMakeUpAFigureThatDependsOnAnUnknownOneAndNamesAllThatAreMissing() {
        var converted = forward(Map.of(NORTH, Figure.UNKNOWN, MIDDLE, Figure.UNKNOWN, SOUTH, known(7)), REFORM);

        assertThat(converted.get(UNITED).value()).isEmpty();
        assertThat(converted.get(UNITED).missing()).containsExactly(NORTH, MIDDLE);
        assertThat(converted.get(SOUTH).missing()).containsExactly(MIDDLE);
    }

    @Test
    void isNoSurerThanTheWeakestOfWhatItIsMadeOf() {
        assertThat(status(FINAL, FINAL)).isEqualTo(FINAL);
        assertThat(status(FINAL, PROVISIONAL)).isEqualTo(PROVISIONAL);
        assertThat(status(ESTIMATED, PROVISIONAL)).isEqualTo(ESTIMATED);
    }

    private static FigureStatus status(FigureStatus town, FigureStatus island) {
        return figures(forward(Map.of(TOWN, Figure.known(1, town), ISLAND, Figure.known(2, island)), REFORM))
                .get(CITY)
                .status();
    }

    @Test
    void followsTheLandWhereASplitUndoesAMerger() {
        assertThat(figures(forward(Map.of(TOWN, known(900), ISLAND, known(100)), UNDONE)))
                .isEqualTo(Map.of(TOWN_AGAIN, known(900), ISLAND_AGAIN, known(100)));
        assertThat(figures(forward(Map.of(CITY, known(1000)), UNDONE)))
                .as("what is the merged municipality's own is divided by the people")
                .isEqualTo(
                        Map.of(TOWN_AGAIN, Figure.known(800, ESTIMATED), ISLAND_AGAIN, Figure.known(200, ESTIMATED)));
        assertThat(DESCENT.heirsOn(ISLAND, UNDONE)).singleElement().satisfies(heir -> {
            assertThat(heir.method()).isEqualTo(ShareMethod.TERRITORY);
            assertThat(heir.divided()).isFalse();
        });
        assertThat(DESCENT.ancestorsOn(ISLAND_AGAIN, id -> id.equals(TOWN) || id.equals(ISLAND)))
                .containsExactly(ISLAND);
    }

    @Test
    void goesBackBySumsWhereTheySuffice() {
        var later = Map.of(TOWN_AGAIN, known(850), ISLAND_AGAIN, Figure.known(90, PROVISIONAL));

        assertThat(figures(back(later, Set.of(CITY), UNDONE.minusYears(1), UNDONE)))
                .isEqualTo(Map.of(CITY, Figure.known(940, PROVISIONAL)));
        assertThat(figures(back(later, Set.of(TOWN, ISLAND), REFORM.minusYears(1), UNDONE)))
                .isEqualTo(Map.of(TOWN, known(850), ISLAND, Figure.known(90, PROVISIONAL)));
    }

    @Test
    void dividesByThePeopleOnTheWayBackWhereNoSumSuffices() {
        var earlier = Set.of(NORTH, MIDDLE, SOUTH);

        assertThat(figures(back(Map.of(UNITED, known(700), SOUTH, known(650)), earlier, REFORM.minusYears(1), REFORM)))
                .isEqualTo(Map.of(
                        NORTH, Figure.known(600, ESTIMATED),
                        MIDDLE, Figure.known(150, ESTIMATED),
                        SOUTH, Figure.known(600, ESTIMATED)));
        assertThat(figures(back(Map.of(CITY, known(1000)), Set.of(TOWN, ISLAND), REFORM.minusYears(1), REFORM)))
                .isEqualTo(Map.of(TOWN, Figure.known(900, ESTIMATED), ISLAND, Figure.known(100, ESTIMATED)));
    }

    @Test
    void aJointFigureIsKeptWhileItsMunicipalitiesGoOnAndBelongsWhollyToTheOneThatTheyBecome() {
        var joint = List.of(new Joint(Set.of(TOWN, ISLAND), known(990)));
        var own = Map.of(TOWN, Figure.UNKNOWN, ISLAND, Figure.UNKNOWN);

        var before = quantities(REFORM.minusDays(1)).convert(own, joint, YEAR);
        assertThat(before.joint()).isEqualTo(joint);
        assertThat(before.figures().get(TOWN).value()).isEmpty();
        var united = quantities(REFORM).convert(own, joint, Year.of(2000));
        assertThat(figures(united.figures())).isEqualTo(Map.of(CITY, known(990)));
        assertThat(united.joint()).isEmpty();
    }

    @Test
    void aJointFigureIsDividedByThePeopleAndThenAnEstimate() {
        var joint = List.of(new Joint(Set.of(NORTH, MIDDLE), known(40)));
        var own = Map.of(NORTH, Figure.UNKNOWN, MIDDLE, Figure.UNKNOWN, SOUTH, known(7));

        var converted = figures(quantities(REFORM).convert(own, joint, YEAR).figures());

        assertThat(converted)
                .isEqualTo(Map.of(UNITED, Figure.known(30 + 5, ESTIMATED), SOUTH, Figure.known(7 + 5, ESTIMATED)));
        assertThat(ConvertFigures.divideJoint(100, Map.of(NORTH, 1L, SOUTH, 3L)))
                .isEqualTo(Map.of(NORTH, Figure.known(25, ESTIMATED), SOUTH, Figure.known(75, ESTIMATED)));
    }

    @Test
    void weighsRatiosAndNeverAddsThem() {
        var averaged = ratios(
                new ForwardPassage(DESCENT, REFORM),
                Map.of(
                        NORTH, ratio("1.00"),
                        MIDDLE, ratio("2.00"),
                        SOUTH, ratio("0.50"),
                        TOWN, ratio("1.10"),
                        ISLAND, ratio("0.90")));

        assertThat(averaged)
                .as("300 of 1.00 with 50 of 2.00; 600 of 0.50 with 50 of 2.00; 900 of 1.10 with 100 of 0.90")
                .isEqualTo(Map.of(
                        UNITED, ratio("1.14", ESTIMATED),
                        SOUTH, ratio("0.62", ESTIMATED),
                        CITY, ratio("1.08", ESTIMATED)));
    }

    @Test
    void aRatioGoesOnAsItIsOnlyWithAllOfItsLandAndAlone() {
        var undone = new ForwardPassage(DESCENT, UNDONE);

        assertThat(ratios(undone, Map.of(TOWN, ratio("1.10"), ISLAND, ratio("0.90"))))
                .isEqualTo(Map.of(TOWN_AGAIN, ratio("1.10"), ISLAND_AGAIN, ratio("0.90")));
        assertThat(ratios(undone, Map.of(CITY, ratio("1.08"))))
                .isEqualTo(Map.of(TOWN_AGAIN, ratio("1.08", ESTIMATED), ISLAND_AGAIN, ratio("1.08", ESTIMATED)));
        var back = new BackPassage(
                DESCENT, Set.of(NORTH, MIDDLE, SOUTH), REFORM.minusYears(1), REFORM, new InventedPopulations());
        assertThat(ratios(back, Map.of(UNITED, ratio("1.14"), SOUTH, ratio("0.62")))
                        .get(SOUTH))
                .as("south had another border before: the ratio is not its own final one")
                .isEqualTo(ratio("0.62", ESTIMATED));
    }

    @Test
    void aRatioWithAnUnknownPartOrWithoutWeightsIsUnknown() {
        var forward = new ForwardPassage(DESCENT, REFORM);
        var ratios = Map.of(TOWN, ratio("1.10"), ISLAND, Ratio.UNKNOWN);

        var averaged = new ConvertRatios(forward, weights(), 2).convert(ratios).get(CITY);
        assertThat(averaged.ratio()).isEqualTo(Ratio.UNKNOWN);
        assertThat(averaged.missing()).containsExactly(ISLAND);
        assertThat(new ConvertRatios(forward, _ -> Optional.empty(), 2)
                        .convert(Map.of(TOWN, ratio("1.10"), ISLAND, ratio("1.00")))
                        .get(CITY)
                        .ratio())
                .isEqualTo(Ratio.UNKNOWN);
    }

    @Test
    void neverLosesOrMakesAUnitWhateverIsDivided() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var weights = new TreeMap<Integer, BigDecimal>();
            for (var key = 0; key <= random.nextInt(6); key++) {
                weights.put(key, BigDecimal.valueOf(1 + random.nextLong(1_000_000), random.nextInt(11)));
            }
            var total = random.nextLong(1_000_000_000);
            var parts = LargestRemainder.divide(total, weights);
            var sum = weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(parts.values().stream().mapToLong(Long::longValue).sum())
                    .as("seed %s, total %s, weights %s", seed, total, weights)
                    .isEqualTo(total);
            parts.forEach((key, part) -> assertThat(BigDecimal.valueOf(total)
                            .multiply(weights.get(key))
                            .subtract(sum.multiply(BigDecimal.valueOf(part)))
                            .abs())
                    .as("seed %s: no part is a whole unit off", seed)
                    .isLessThan(sum));
        }
    }

    @Test
    void refusesToDivideByNothing() {
        assertThatThrownBy(() -> LargestRemainder.divide(1, Map.of(1, BigDecimal.ZERO)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Map<MunicipalityId, Ratio> ratios(Passage passage, Map<MunicipalityId, Ratio> ratios) {
        var averaged = new HashMap<MunicipalityId, Ratio>();
        new ConvertRatios(passage, weights(), 2).convert(ratios).forEach((id, one) -> averaged.put(id, one.ratio()));
        return averaged;
    }

    private static ConvertRatios.Weights weights() {
        return new NearestPopulation(new InventedPopulations()).weightsOf(YEAR);
    }

    private static Map<MunicipalityId, Converted> forward(Map<MunicipalityId, Figure> figures, LocalDate to) {
        return new ConvertFigures(new ForwardPassage(DESCENT, to)).convert(figures);
    }

    private static Map<MunicipalityId, Converted> back(
            Map<MunicipalityId, Figure> figures, Set<MunicipalityId> earlier, LocalDate to, LocalDate from) {
        return new ConvertFigures(Passage.between(DESCENT, from, to, earlier, new InventedPopulations()))
                .convert(figures);
    }

    private static ConvertQuantities quantities(LocalDate to) {
        return new ConvertQuantities(new ForwardPassage(DESCENT, to), new InventedPopulations());
    }

    private static Map<MunicipalityId, Figure> figures(Map<MunicipalityId, Converted> converted) {
        return converted.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().figure()));
    }

    private static Figure known(long value) {
        return Figure.known(value);
    }

    private static Ratio ratio(String value) {
        return ratio(value, FINAL);
    }

    private static Ratio ratio(String value, FigureStatus status) {
        return new Ratio(Optional.of(new BigDecimal(value)), status);
    }

    private static Inheritance merged(MunicipalityId from, MunicipalityId to) {
        return new Inheritance(REFORM, from, to, BigDecimal.ONE, ShareMethod.WHOLE, true);
    }

    private static Inheritance part(
            LocalDate on, MunicipalityId from, MunicipalityId to, String share, Set<MunicipalityId> territory) {
        return new Inheritance(on, from, to, new BigDecimal(share), ShareMethod.ESTIMATED, false, territory);
    }

    private static MunicipalityId id(int serial) {
        return new MunicipalityId(new java.util.UUID(0, serial));
    }

    private static final class InventedPopulations implements PopulationFigures {
        @Override
        public SortedSet<Year> years() {
            return new TreeSet<>(Set.of(YEAR));
        }

        @Override
        public Map<MunicipalityId, Long> on(Year year) {
            return PEOPLE.getOrDefault(year.getValue(), Map.of());
        }
    }
}
