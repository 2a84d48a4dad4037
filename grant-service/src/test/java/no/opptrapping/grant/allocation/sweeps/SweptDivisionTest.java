package no.opptrapping.grant.allocation.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.inputs.WhenMissing;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A sweep's scenarios, which share what is read of the inputs, are the runs that their parameters give alone. */
class SweptDivisionTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int SWEEPS = 60;
    private static final String MODEL = "/pots/0/model/";

    private final Random random = new Random(SEED);

    SweptDivisionTest() {
        System.out.println("SweptDivisionTest: -Dallocation.seed=" + SEED);
    }

    @Test
    void everyScenarioIsTheRunOfItsParametersToTheKrone() {
        var divided = 0;
        var refused = 0;
        for (var n = 0; n < SWEEPS; n++) {
            for (var kind = 0; kind < 6; kind++) {
                var indexed = random.nextBoolean();
                var inputs = inputs(model(kind, indexed ? indices() : null));
                var grid = grid(inputs, axes(kind, indexed));
                var shared = new RunDivision(inputs);
                shared.divide();
                for (var i = 0; i < grid.scenarios(); i++) {
                    var parameters = grid.parameters(i);
                    var alone = new RunDivision(inputs.with(parameters)).divide();
                    var swept = shared.with(parameters).divide();
                    switch (alone) {
                        case Pots.Result.Allocated(var budget, var committed, var pots) -> {
                            assertThat(swept).isInstanceOf(Pots.Result.Allocated.class);
                            var amounts = (Pots.Result.Allocated) swept;
                            assertThat(RunDivision.hash(amounts))
                                    .as("%s", parameters)
                                    .isEqualTo(RunDivision.hash((Pots.Result.Allocated) alone));
                            assertThat(amounts.undistributed())
                                    .isEqualTo(((Pots.Result.Allocated) alone).undistributed());
                            divided++;
                        }
                        case Pots.Result.Impossible impossible -> {
                            assertThat(swept).as("%s", parameters).isEqualTo(impossible);
                            refused++;
                        }
                    }
                }
            }
        }
        assertThat(divided).isGreaterThan(SWEEPS * 6);
        assertThat(refused).isGreaterThan(SWEEPS);
    }

    private static SweepGrid grid(RunInputs inputs, List<SweepGrid.Axis> axes) {
        var broken = new ArrayList<BrokenRule>();
        return SweepGrid.of(inputs.parameters(), axes, broken)
                .orElseThrow(() -> new AssertionError("The grid is refused: " + broken));
    }

    private List<SweepGrid.Axis> axes(int kind, boolean indexed) {
        var axes = new ArrayList<SweepGrid.Axis>();
        var moved = random.nextInt(49);
        axes.add(new SweepGrid.Axis(
                List.of(MODEL + "weights/0/weight", MODEL + "weights/1/weight"),
                List.of(
                        List.of("0.5", "0.5"),
                        List.of("0.%02d".formatted(50 + moved), "0.%02d".formatted(50 - moved)))));
        if (indexed) {
            axes.add(axis("indices/values/1001", "1." + random.nextInt(1000), "0.9"));
            axes.add(axis("indices/whenMissing", "refuse", "exclude", "own-key"));
        }
        switch (kind) {
            case 0 -> axes.add(axis("floorPerMunicipality", "0", random.nextInt(90) + "000"));
            case 3, 4 -> {
                axes.add(axis("guarantee/threshold", "0", number(300), number(3000)));
                axes.add(axis("guarantee/variant", "state", "strict"));
            }
            case 5 -> axes.add(axis("phaseIn/year", "1", "2", "5"));
            default -> axes.add(axis("normalise", "true", "false"));
        }
        axes.add(new SweepGrid.Axis(List.of("/unit"), List.of(List.of("1"), List.of("1000"))));
        return axes;
    }

    private static SweepGrid.Axis axis(String pointer, String... values) {
        return new SweepGrid.Axis(
                List.of(MODEL + pointer), List.of(values).stream().map(List::of).toList());
    }

    private String number(int below) {
        return 1 + random.nextInt(below) + "." + random.nextInt(100);
    }

    private PotModel.Indices indices() {
        var values = new TreeMap<String, String>();
        values.put("1001", "1.1");
        IntStream.range(2, 12)
                .filter(i -> random.nextInt(8) > 0)
                .forEach(i -> values.put(Integer.toString(1000 + i), "%d.%03d".formatted(i % 2, random.nextInt(1000))));
        return new PotModel.Indices(values, WhenMissing.OWN_KEY, null);
    }

    private static PotModel model(int kind, PotModel.@Nullable Indices indices) {
        var weights = List.of(new PotModel.Weight("c0", 2025, "0.4"), new PotModel.Weight("c1", 2025, "0.6"));
        return switch (kind) {
            case 0 -> new PotModel.Objective(weights, null, false, indices, 0L, null, null, null, null, null);
            case 1 -> new PotModel.Framework(weights, null, false, indices);
            case 2 -> incorporation(weights, indices, null, null);
            case 3 -> incorporation(weights, indices, new PotModel.Guarantee(GuaranteeVariant.STATE, "10"), null);
            case 4 -> incorporation(weights, indices, new PotModel.Guarantee(GuaranteeVariant.STRICT, "900"), null);
            default -> incorporation(weights, indices, null, new PotModel.PhaseIn(4, 1));
        };
    }

    private static PotModel.Incorporation incorporation(
            List<PotModel.Weight> weights,
            PotModel.@Nullable Indices indices,
            PotModel.@Nullable Guarantee guarantee,
            PotModel.@Nullable PhaseIn phaseIn) {
        return new PotModel.Incorporation("s", 2025, weights, null, false, indices, guarantee, phaseIn);
    }

    private RunInputs inputs(PotModel model) {
        var municipalities = IntStream.range(0, 12)
                .mapToObj(i -> {
                    Map<String, String> values = new HashMap<>();
                    values.put("c0/2025", number(9000));
                    values.put("c1/2025", number(70));
                    return new RunInputs.Municipality(
                            new UUID(2, i).toString(), Integer.toString(1000 + i), "M" + i, number(4000), values);
                })
                .toList();
        var before = municipalities.stream()
                .map(one -> new RunInputs.Before("s", 2025, one.number(), random.nextInt(200_000)))
                .toList();
        return new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        new UUID(1, 1).toString(),
                        2026,
                        "2026-01-01",
                        1000,
                        2025,
                        List.of(new RunParameters.Pot("all", 1_500_000L, false, null, model))),
                1_500_000,
                List.of(),
                municipalities,
                List.of(),
                before,
                null,
                null);
    }
}
