package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides a budget as {@code clamp(level * weight, floor, cap)} with the smallest level at which the amounts sum to
 * the budget. Exact, O(N log N): the sum grows linearly in the level between the points at which somebody leaves its
 * floor or reaches its cap. Budget, floors and caps are whole numbers on one scale of the caller's choosing.
 */
final class WaterFilling {
    private final BigInteger budget;
    private final BigInteger[] weights;
    private final BigInteger[] floors;
    private final @Nullable BigInteger[] caps;

    /** Floors that sum to more than the budget are the caller's to refuse; a cap that is null is no cap. */
    WaterFilling(BigInteger budget, BigInteger[] weights, BigInteger[] floors, @Nullable BigInteger[] caps) {
        if (Whole.sum(floors).compareTo(budget) > 0) {
            throw new IllegalArgumentException("The floors sum to more than the budget");
        }
        this.budget = budget;
        this.weights = weights;
        this.floors = floors;
        this.caps = caps;
    }

    /**
     * What the filling came to. {@code level} is in the scale's units per unit of weight, and the last cap's when
     * everybody with a weight is full and something of the budget is left.
     */
    record Filled(ExactAmounts amounts, Fraction level, List<Bound> bounds) {}

    /** The point at which one recipient leaves its floor or reaches its cap. */
    private record Turn(Ratio level, boolean reachesCap) implements Comparable<Turn> {
        static Turn of(BigInteger amount, BigInteger weight, boolean reachesCap) {
            return new Turn(Ratio.of(amount, weight), reachesCap);
        }

        BigInteger amount() {
            return level.dividend();
        }

        BigInteger weight() {
            return level.divisor();
        }

        @Override
        public int compareTo(Turn other) {
            return level.compareTo(other.level);
        }
    }

    Filled fill() {
        var fixed = Whole.sum(floors);
        var rising = BigInteger.ZERO;
        Turn last = null;
        for (var turn : turns()) {
            var sum = fixed.multiply(turn.weight()).add(rising.multiply(turn.amount()));
            if (sum.compareTo(budget.multiply(turn.weight())) >= 0) {
                return at(budget.subtract(fixed), rising, false);
            }
            if (turn.reachesCap) {
                fixed = fixed.add(turn.amount());
                rising = rising.subtract(turn.weight());
                last = turn;
            } else {
                fixed = fixed.subtract(turn.amount());
                rising = rising.add(turn.weight());
            }
        }
        if (rising.signum() == 0) {
            return last == null ? at(BigInteger.ZERO, BigInteger.ONE, true) : at(last.amount(), last.weight(), true);
        }
        return at(budget.subtract(fixed), rising, false);
    }

    private List<Turn> turns() {
        var turns = new ArrayList<Turn>();
        for (var i = 0; i < weights.length; i++) {
            if (weights[i].signum() > 0) {
                turns.add(Turn.of(floors[i], weights[i], false));
                if (caps[i] != null) {
                    turns.add(Turn.of(caps[i], weights[i], true));
                }
            }
        }
        turns.sort(null);
        return turns;
    }

    private Filled at(BigInteger numerator, BigInteger denominator, boolean full) {
        var level = denominator.signum() == 0 ? Fraction.ZERO : Fraction.of(numerator, denominator);
        var amounts = new BigInteger[weights.length];
        var bounds = new ArrayList<Bound>(weights.length);
        for (var i = 0; i < weights.length; i++) {
            var wanted = weights[i].multiply(level.numerator());
            var floor = floors[i].multiply(level.denominator());
            var cap = caps[i] == null ? null : caps[i].multiply(level.denominator());
            if (wanted.compareTo(floor) < 0) {
                amounts[i] = floor;
                bounds.add(Bound.FLOOR);
            } else if (cap != null && (wanted.compareTo(cap) > 0 || (full && weights[i].signum() > 0))) {
                amounts[i] = cap;
                bounds.add(Bound.CAP);
            } else {
                amounts[i] = wanted;
                bounds.add(Bound.NONE);
            }
        }
        return new Filled(new ExactAmounts(amounts, level.denominator()), level, bounds);
    }
}
