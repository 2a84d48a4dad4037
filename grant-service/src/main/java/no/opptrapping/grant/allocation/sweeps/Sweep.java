package no.opptrapping.grant.allocation.sweeps;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import no.opptrapping.grant.allocation.engine.Amounts;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Gini;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.inputs.BrokenRules;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Many divisions of the same inputs. Scenarios are computed on all cores and handed out in the grid's order, some at a
 * time, so that what is held in memory does not grow with their number, and several sweeps get on side by side.
 */
public final class Sweep {
    private static final int AT_A_TIME = 64 * Runtime.getRuntime().availableProcessors();

    private final RunInputs inputs;
    private final SweepGrid grid;
    private final RunDivision division;
    private final Pots.Result.Allocated base;
    private final Map<MunicipalityNumber, Kroner> baseAmounts;
    private final Map<MunicipalityNumber, Fraction> inhabitants = new HashMap<>();
    private final Fraction beyond;

    Sweep(RunInputs inputs, SweepGrid grid, RunDivision division, Pots.Result.Allocated base, Decimal beyond) {
        this.inputs = inputs;
        this.grid = grid;
        this.division = division;
        this.base = base;
        this.baseAmounts = base.amounts();
        this.beyond = beyond.toFraction();
        for (var municipality : inputs.municipalities()) {
            Optional.ofNullable(municipality.inhabitants())
                    .map(Decimal::of)
                    .filter(Decimal::isPositive)
                    .ifPresent(people ->
                            inhabitants.put(new MunicipalityNumber(municipality.number()), people.toFraction()));
        }
    }

    /** How many scenarios there are. */
    public int scenarios() {
        return grid.scenarios();
    }

    /** How many municipalities there are to divide among. */
    public int municipalities() {
        return inputs.municipalities().size();
    }

    /** SHA-256 over the canonical JSON of the inputs with the parameters of the base. */
    public String inputHash() {
        return Sha256.of(CanonicalJson.of(inputs));
    }

    /** The division that the scenarios are compared with. */
    public Scenario.Divided base() {
        return divided(0, Map.of(), base);
    }

    /**
     * Computes every scenario and hands each over, in order, in the form that it is made into where it is computed.
     *
     * @param workers compute; the caller only waits and takes
     * @param goesOn whether anybody still wants the rest; asked before each of the small parts that are computed together
     */
    public <T> void run(Workers workers, Function<Scenario, T> made, Consumer<T> taker, BooleanSupplier goesOn) {
        for (var from = 0; from < scenarios() && goesOn.getAsBoolean(); from += AT_A_TIME) {
            workers.inOrder(from, Math.min(scenarios(), from + AT_A_TIME), number -> made.apply(scenario(number)))
                    .forEach(taker);
        }
    }

    /** Those who compute. */
    public interface Workers {
        /** What is made of the numbers from one to before another, in their order. */
        <T> List<T> inOrder(int from, int to, IntFunction<T> made);
    }

    private Scenario scenario(int number) {
        var parameters = grid.parameters(number);
        var set = grid.settings(number);
        return switch (division.with(parameters).divide()) {
            case Pots.Result.Allocated allocated -> divided(number, set, allocated);
            case Pots.Result.Impossible(var faults) ->
                new Scenario.Refused(number, set, BrokenRules.of(faults, parameters));
        };
    }

    private Scenario.Divided divided(int number, Map<String, String> set, Pots.Result.Allocated allocated) {
        var amounts = allocated.amounts();
        var winners = 0;
        var losers = 0;
        Scenario.Loss largest = null;
        for (var one : inhabitants.entrySet()) {
            var change = amounts.getOrDefault(one.getKey(), Kroner.ZERO)
                    .minus(baseAmounts.getOrDefault(one.getKey(), Kroner.ZERO));
            if (change.isZero()) {
                continue;
            }
            var perInhabitant = Fraction.of(change.value()).over(one.getValue());
            if (perInhabitant.compareTo(beyond) > 0) {
                winners++;
            } else if (perInhabitant.negated().compareTo(beyond) > 0) {
                losers++;
            }
            if (change.isNegative() && isWorse(perInhabitant, one.getKey(), largest)) {
                largest = new Scenario.Loss(one.getKey(), change.negated(), perInhabitant.negated());
            }
        }
        return new Scenario.Divided(
                number,
                set,
                allocated.sum(),
                allocated.undistributed(),
                winners,
                losers,
                Optional.ofNullable(largest),
                gini(amounts),
                amounts,
                allocated.pots().stream()
                        .anyMatch(pot -> pot.division() instanceof Amounts quick && !quick.certified()));
    }

    private static boolean isWorse(Fraction change, MunicipalityNumber number, Scenario.@Nullable Loss largest) {
        if (largest == null) {
            return true;
        }
        var compared = change.negated().compareTo(largest.perInhabitant());
        return compared > 0 || (compared == 0 && number.compareTo(largest.number()) < 0);
    }

    private Optional<Fraction> gini(Map<MunicipalityNumber, Kroner> amounts) {
        List<Gini.Point> points = new ArrayList<>(inhabitants.size());
        inhabitants.forEach((number, people) -> points.add(new Gini.Point(
                people, Fraction.of(amounts.getOrDefault(number, Kroner.ZERO).value()))));
        return Gini.of(points);
    }
}
