package no.opptrapping.grant.allocation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** What must hold of the change between any two runs, over random pairs of all models. */
class RandomChangesTest {
    private static final long SEED = Long.getLong("allocation.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("allocation.cases", 1000) / 4;

    private final Random random = new Random(SEED);
    private final RandomRuns runs = new RandomRuns(random);

    RandomChangesTest() {
        System.out.println("RandomChangesTest: -Dallocation.seed=" + SEED);
    }

    @Test
    void theCausesSumToTheChangeOfEveryMunicipalityAndOfTheCountry() {
        var possible = 0;
        for (var i = 0; i < CASES; i++) {
            var from = runs.next();
            var to = runs.next();
            var table = change(from, to);
            table.rows().forEach(ChangeExamplesTest::addsUp);
            ChangeExamplesTest.addsUp(table.total());
            ChangeExamplesTest.columnsAddUp(table, from.inputs(), to.inputs());
            possible += table.impossible() == 0 ? 1 : 0;
            assertThat(table.total().before()).isEqualTo(all(from));
            assertThat(table.total().after()).isEqualTo(all(to));
        }
        assertThat(possible).as("every world could be divided").isGreaterThan(CASES / 3);
    }

    @Test
    void nothingChangesFromARunToItselfAndARoundingAloneIsOnlyRounding() {
        for (var i = 0; i < CASES; i++) {
            var run = runs.next();
            assertThat(change(run, run).causes()).isEmpty();

            var rounded = RandomRuns.computed(with(
                    run.inputs(),
                    run.inputs().parameters().roundedTo(1),
                    run.inputs().budget()));
            if (rounded.isPresent()) {
                assertThat(change(run, rounded.get()).causes()).isSubsetOf(Cause.ROUNDING);
            }
        }
    }

    @Test
    void whatOnlyOneCauseChangesIsThatCausesAlone() {
        for (var i = 0; i < CASES; i++) {
            var run = runs.next();
            var richer = RandomRuns.computed(
                    with(run.inputs(), run.inputs().parameters(), run.inputs().budget() + random.nextInt(900_000)));
            if (richer.isPresent()) {
                assertThat(change(run, richer.get()).causes()).isSubsetOf(Cause.APPROPRIATION, Cause.ROUNDING);
            }
        }
    }

    @Test
    void thereAndBackIsNothing() {
        for (var i = 0; i < CASES; i++) {
            var from = runs.next();
            var to = runs.next();
            if (from.inputs().municipalities().size()
                    != to.inputs().municipalities().size()) {
                continue;
            }
            var there = change(from, to);
            var back = change(to, from);
            if (there.impossible() + back.impossible() > 0) {
                continue;
            }
            for (var row : there.rows()) {
                var other = back.of(new MunicipalityNumber(row.number())).orElseThrow();
                for (var cause : Cause.TURNED) {
                    assertThat(row.inMean(cause).value() + other.inMean(cause).value())
                            .as("%s of %s there and back, each rounded by less than a krone", cause, row.number())
                            .isBetween(-1L, 1L);
                }
            }
        }
    }

    /** The slow reference: worlds put together by hand, divided by the exact engine, and all orders gone through. */
    @Test
    void theChainAndTheMeanAreThoseOfAllOrdersInExactFractions() {
        var compared = 0;
        for (var i = 0; i < 20 * CASES && compared < CASES / 4; i++) {
            var from = runs.next().inputs();
            var to = runs.next().inputs();
            if (!isPlain(from)
                    || !isPlain(to)
                    || from.municipalities().size() != to.municipalities().size()) {
                continue;
            }
            var table = change(
                    RandomRuns.computed(from).orElseThrow(),
                    RandomRuns.computed(to).orElseThrow());
            if (table.impossible() > 0) {
                continue;
            }
            compared++;
            for (var m = 0; m < to.municipalities().size(); m++) {
                var number = to.municipalities().get(m).number();
                var row = table.of(new MunicipalityNumber(number)).orElseThrow();
                var world = new HashMap<Set<Cause>, Long>();
                var at = m;
                Function<List<Cause>, Long> value =
                        causes -> world.computeIfAbsent(new HashSet<>(causes), now -> divided(from, to, now, at));
                var done = new ArrayList<Cause>();
                for (var cause : Cause.TURNED) {
                    var before = value.apply(done);
                    done.add(cause);
                    assertThat(row.inOrder(cause).value())
                            .as("%s of %s in order", cause, number)
                            .isEqualTo(value.apply(done) - before);
                }
                SlowAttribution.mean(Cause.TURNED, value)
                        .forEach((cause, exact) -> assertThat(
                                        Fraction.of(row.inMean(cause).value())
                                                .minus(exact)
                                                .rounded(9)
                                                .abs())
                                .as("%s of %s over all orders, exactly %s", cause, number, exact)
                                .isLessThan(BigDecimal.ONE));
            }
        }
        assertThat(compared).isPositive();
    }

    private static boolean isPlain(RunInputs inputs) {
        var pots = inputs.parameters().pots();
        return pots.size() == 1
                && inputs.promised().isEmpty()
                && pots.getFirst().model() instanceof PotModel.Objective model
                && model.indices() == null;
    }

    /** What the municipality gets when these causes are new, put together field by field. */
    private static long divided(RunInputs from, RunInputs to, Set<Cause> now, int municipality) {
        var rule = objective(now.contains(Cause.KEY) ? to : from);
        var limits = objective(now.contains(Cause.LIMITS) ? to : from);
        var model = new PotModel.Objective(
                rule.weights(),
                null,
                rule.normalise(),
                null,
                limits.floorPerMunicipality(),
                limits.capPerMunicipality(),
                limits.floors(),
                limits.caps(),
                limits.floorPerInhabitant(),
                limits.capPerInhabitant());
        var rows = IntStream.range(0, to.municipalities().size())
                .mapToObj(i -> {
                    var isNew = now.contains(i == municipality ? Cause.OWN_FIGURES : Cause.OTHER_FIGURES);
                    var own = isNew ? to : from;
                    var other = isNew ? from : to;
                    var values = new HashMap<String, String>();
                    for (var side : List.of(other, own)) {
                        objective(side)
                                .weights()
                                .forEach(weight -> values.put(
                                        weight.figures(),
                                        side.municipalities().get(i).values().get(weight.figures())));
                    }
                    var one = own.municipalities().get(i);
                    return new RunInputs.Municipality(one.id(), one.number(), one.name(), one.inhabitants(), values);
                })
                .toList();
        var parameters = to.parameters();
        var inputs = new RunInputs(
                RunInputs.ENGINE_VERSION,
                new RunParameters(
                        parameters.scheme(),
                        parameters.year(),
                        parameters.structureDate(),
                        1,
                        parameters.populationYear(),
                        List.of(new RunParameters.Pot("alt", null, false, null, model))),
                (now.contains(Cause.APPROPRIATION) ? to : from).budget(),
                List.of(),
                rows,
                List.of(),
                List.of(),
                null,
                null);
        return ((Pots.Result.Allocated) new RunDivision(inputs).divide())
                .amounts()
                .getOrDefault(new MunicipalityNumber(rows.get(municipality).number()), Kroner.ZERO)
                .value();
    }

    private static PotModel.Objective objective(RunInputs inputs) {
        return (PotModel.Objective) inputs.parameters().pots().getFirst().model();
    }

    private static RunInputs with(RunInputs inputs, RunParameters parameters, long budget) {
        return inputs.over(
                parameters,
                budget,
                inputs.municipalities(),
                inputs.applications(),
                inputs.before(),
                inputs.eligible(),
                inputs.approved(),
                inputs.commitments());
    }

    private static Kroner all(ComputedRun run) {
        return run.result().sum().plus(run.inputs().committed());
    }

    /** Those of the older run that the newer does not have were split among all that it has. */
    private static ChangeTable change(ComputedRun from, ComputedRun to) {
        var there = to.inputs().municipalities().stream()
                .map(RunInputs.Municipality::identity)
                .toList();
        var share = Fraction.of(1, there.size());
        var decompose = new DecomposeChange(
                new DecomposeChange.Side(from.inputs(), from.result()),
                new DecomposeChange.Side(to.inputs(), to.result()),
                id -> there.contains(id)
                        ? List.of(new Successor(id, Fraction.of(1)))
                        : there.stream().map(one -> new Successor(one, share)).toList());
        assertThat(decompose.lost()).isEmpty();
        return decompose.decompose(true, DecomposeChange.ALONE);
    }
}
