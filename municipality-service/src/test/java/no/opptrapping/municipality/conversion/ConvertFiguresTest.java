package no.opptrapping.municipality.conversion;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.ShareMethod;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

class ConvertFiguresTest {
    private static final LocalDate REFORM = LocalDate.of(2020, 1, 1);
    private static final Party NORTH = party("0001");
    private static final Party SOUTH = party("0002");
    private static final Party MIDDLE = party("0003");
    private static final Party UNITED = party("0004");
    private static final Lineage LINEAGE = new Lineage(List.of(
            new StructureChange.Merger(REFORM, List.of(NORTH), UNITED),
            new StructureChange.Split(
                    REFORM,
                    MIDDLE,
                    List.of(
                            new SplitPart(UNITED, new BigDecimal("0.5"), ShareMethod.ESTIMATED, true),
                            new SplitPart(SOUTH, new BigDecimal("0.5"), ShareMethod.ESTIMATED, false)),
                    "largest-part")));

    @Test
    void addsWhatWasMergedAndDividesWhatWasSplitToTheUnit() {
        var converted = forward(
                Map.of(NORTH.id(), Figure.known(10), MIDDLE.id(), Figure.known(7), SOUTH.id(), Figure.known(100)),
                REFORM);

        assertThat(converted.values().stream().map(figure -> figure.value().orElseThrow()))
                .containsExactlyInAnyOrder(10L + 3, 100L + 4);
        assertThat(converted.values()).allMatch(Figure::estimated);
    }

    @Test
    void leavesFiguresAsTheyAreBeforeTheChange() {
        var figures = Map.of(NORTH.id(), Figure.known(10), MIDDLE.id(), Figure.known(7));

        assertThat(forward(figures, REFORM.minusDays(1))).isEqualTo(figures);
    }

    @Test
    void doesNotMakeUpAFigureThatDependsOnAnUnknownOne() {
        var converted = forward(Map.of(NORTH.id(), Figure.UNKNOWN, MIDDLE.id(), Figure.known(7)), REFORM);

        assertThat(converted.get(UNITED.id()).value()).isEmpty();
        assertThat(converted.get(SOUTH.id()).value()).isPresent();
    }

    @Test
    void dividesAJointFigureInProportionAndSaysThatItIsAnEstimate() {
        assertThat(ConvertFigures.divideJoint(100, Map.of(NORTH.id(), 1L, SOUTH.id(), 3L)))
                .isEqualTo(Map.of(
                        NORTH.id(),
                        new Figure(Optional.of(25L), true),
                        SOUTH.id(),
                        new Figure(Optional.of(75L), true)));
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

    private static Map<MunicipalityId, Figure> forward(Map<MunicipalityId, Figure> figures, LocalDate to) {
        return new ConvertFigures(new ForwardPassage(LINEAGE, to))
                .convert(figures).entrySet().stream()
                        .collect(toMap(
                                Map.Entry::getKey, entry -> entry.getValue().figure()));
    }

    private static Party party(String number) {
        return new Party(new MunicipalityId(new UUID(0, Long.parseLong(number))), new MunicipalityNumber(number));
    }
}
