package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The page's definitions word for word, on fractions of its own and without the engine's code or ideas: the level of
 * a clamp is tried point by point, remainders are handed out one unit at a time. Slow, and meant to be obvious.
 */
public final class SlowReference {
    private SlowReference() {}

    /** A fraction of its own, never reduced more than it must. */
    public record Q(BigInteger n, BigInteger d) implements Comparable<Q> {
        public static final Q ZERO = q(0);

        public Q {
            if (d.signum() < 0) {
                n = n.negate();
                d = d.negate();
            }
            var g = n.gcd(d);
            n = n.divide(g);
            d = d.divide(g);
        }

        public static Q q(long whole) {
            return new Q(BigInteger.valueOf(whole), BigInteger.ONE);
        }

        public Q plus(Q o) {
            return new Q(n.multiply(o.d).add(o.n.multiply(d)), d.multiply(o.d));
        }

        public Q minus(Q o) {
            return new Q(n.multiply(o.d).subtract(o.n.multiply(d)), d.multiply(o.d));
        }

        public Q times(Q o) {
            return new Q(n.multiply(o.n), d.multiply(o.d));
        }

        public Q over(Q o) {
            return new Q(n.multiply(o.d), d.multiply(o.n));
        }

        public long floor() {
            var whole = n.divide(d);
            return (n.signum() < 0 && n.mod(d).signum() != 0 ? whole.subtract(BigInteger.ONE) : whole).longValueExact();
        }

        public Q max(Q o) {
            return compareTo(o) >= 0 ? this : o;
        }

        public Q min(Q o) {
            return compareTo(o) <= 0 ? this : o;
        }

        @Override
        public int compareTo(Q o) {
            return n.multiply(o.d).compareTo(o.n.multiply(d));
        }

        @Override
        public String toString() {
            return d.equals(BigInteger.ONE) ? n.toString() : n + "/" + d;
        }
    }

    public static Q sum(List<Q> numbers) {
        return numbers.stream().reduce(Q.ZERO, Q::plus);
    }

    /** Section 1: {@code weights.get(k)} and {@code values.get(k).get(i)}. */
    public static List<Q> shares(List<Q> weights, List<List<Q>> values) {
        var shares = new ArrayList<Q>();
        for (var i = 0; i < values.getFirst().size(); i++) {
            var share = Q.ZERO;
            for (var k = 0; k < weights.size(); k++) {
                share = share.plus(weights.get(k).times(values.get(k).get(i)).over(sum(values.get(k))));
            }
            shares.add(share);
        }
        return shares;
    }

    private static Q clamp(Q level, Q share, Q floor, Q cap) {
        var raw = level.times(share);
        if (raw.compareTo(floor) < 0) {
            return floor;
        }
        return cap != null && raw.compareTo(cap) > 0 ? cap : raw;
    }

    private static List<Q> clamp(Q level, List<Q> shares, List<Q> floors, List<Q> caps) {
        var amounts = new ArrayList<Q>();
        for (var i = 0; i < shares.size(); i++) {
            amounts.add(clamp(level, shares.get(i), floors.get(i), caps.get(i)));
        }
        return amounts;
    }

    /** Section 2. A null cap is none. */
    public static List<Q> fill(Q budget, List<Q> shares, List<Q> floors, List<Q> caps) {
        var levels = new ArrayList<Q>(List.of(Q.ZERO));
        for (var i = 0; i < shares.size(); i++) {
            if (shares.get(i).compareTo(Q.ZERO) > 0) {
                levels.add(floors.get(i).over(shares.get(i)));
                if (caps.get(i) != null) {
                    levels.add(caps.get(i).over(shares.get(i)));
                }
            }
        }
        Collections.sort(levels);
        var below = levels.getFirst();
        for (var level : levels) {
            var sum = sum(clamp(level, shares, floors, caps));
            if (sum.compareTo(budget) == 0) {
                return clamp(level, shares, floors, caps);
            }
            if (sum.compareTo(budget) > 0) {
                return clamp(between(budget, below, level, shares, floors, caps), shares, floors, caps);
            }
            below = level;
        }
        var beyond = below.plus(Q.q(1));
        var grows = sum(clamp(beyond, shares, floors, caps)).compareTo(sum(clamp(below, shares, floors, caps))) > 0;
        return clamp(grows ? between(budget, below, beyond, shares, floors, caps) : below, shares, floors, caps);
    }

    /** The sum is a straight line between two neighbouring levels, and beyond the last. */
    private static Q between(Q budget, Q low, Q high, List<Q> shares, List<Q> floors, List<Q> caps) {
        var atLow = sum(clamp(low, shares, floors, caps));
        var atHigh = sum(clamp(high, shares, floors, caps));
        return low.plus(budget.minus(atLow).times(high.minus(low)).over(atHigh.minus(atLow)));
    }

    /** Section 3; the rows are in the recipients' order. */
    public static List<Long> round(List<Q> exact, long unit, List<Q> caps) {
        var amounts = new ArrayList<Long>();
        var left = sum(exact).over(Q.q(unit)).floor();
        for (var one : exact) {
            var units = one.over(Q.q(unit)).floor();
            amounts.add(units * unit);
            left -= units;
        }
        var order = new ArrayList<Integer>();
        for (var i = 0; i < exact.size(); i++) {
            order.add(i);
        }
        var given = List.copyOf(amounts);
        order.sort(Comparator.<Integer, Q>comparing(i -> exact.get(i).minus(Q.q(given.get(i))))
                .reversed()
                .thenComparing(Comparator.<Integer, Q>comparing(exact::get).reversed())
                .thenComparing(Comparator.naturalOrder()));
        for (var i : order) {
            var hasRemainder = exact.get(i).compareTo(Q.q(given.get(i))) > 0;
            var hasRoom = caps.get(i) == null || Q.q(given.get(i) + unit).compareTo(caps.get(i)) <= 0;
            if (left > 0 && hasRemainder && hasRoom) {
                amounts.set(i, given.get(i) + unit);
                left--;
            }
        }
        return amounts;
    }

    private static List<Q> guaranteedChanges(List<Q> before, List<Q> after, List<Q> people, Q threshold) {
        var national = sum(after).minus(sum(before)).over(sum(people));
        return people.stream().map(p -> national.minus(threshold).times(p)).toList();
    }

    /** Section 6 as the state does it: full payers are those for whom the level is more than they have, one by one. */
    public static List<Q> stateGuarantee(List<Q> before, List<Q> after, List<Q> people, Q threshold) {
        var guaranteed = guaranteedChanges(before, after, people, threshold);
        var has = new ArrayList<Q>();
        var compensated = Q.ZERO;
        for (var i = 0; i < before.size(); i++) {
            var change = after.get(i).minus(before.get(i));
            var compensation = guaranteed.get(i).minus(change).max(Q.ZERO);
            compensated = compensated.plus(compensation);
            has.add(after.get(i).plus(compensation));
        }
        var paysAll = new boolean[before.size()];
        while (true) {
            var left = compensated;
            var heads = Q.ZERO;
            for (var i = 0; i < paysAll.length; i++) {
                if (paysAll[i]) {
                    left = left.minus(has.get(i));
                } else {
                    heads = heads.plus(people.get(i));
                }
            }
            var delta = heads.compareTo(Q.ZERO) == 0 ? Q.ZERO : left.over(heads);
            var another = false;
            for (var i = 0; i < paysAll.length; i++) {
                if (!paysAll[i] && delta.times(people.get(i)).compareTo(has.get(i)) > 0) {
                    paysAll[i] = true;
                    another = true;
                }
            }
            if (!another) {
                var finals = new ArrayList<Q>();
                for (var i = 0; i < paysAll.length; i++) {
                    finals.add(paysAll[i] ? Q.ZERO : has.get(i).minus(delta.times(people.get(i))));
                }
                return finals;
            }
        }
    }

    /** Section 6, strict: the smallest delta by trying the points where somebody reaches what it is guaranteed. */
    public static List<Q> strictGuarantee(List<Q> before, List<Q> after, List<Q> people, Q threshold) {
        var guaranteed = guaranteedChanges(before, after, people, threshold);
        var lowest = new ArrayList<Q>();
        var deltas = new ArrayList<Q>(List.of(Q.ZERO));
        for (var i = 0; i < before.size(); i++) {
            lowest.add(before.get(i).plus(guaranteed.get(i)).max(Q.ZERO));
            deltas.add(after.get(i).minus(lowest.get(i)).over(people.get(i)).max(Q.ZERO));
        }
        if (sum(lowest).compareTo(sum(after)) > 0) {
            return null;
        }
        Collections.sort(deltas);
        var goal = sum(after);
        var low = Q.ZERO;
        for (var delta : deltas) {
            var atDelta = sum(strict(lowest, after, people, delta));
            if (atDelta.compareTo(goal) == 0) {
                return strict(lowest, after, people, delta);
            }
            if (atDelta.compareTo(goal) < 0) {
                var atLow = sum(strict(lowest, after, people, low));
                var at = low.plus(atLow.minus(goal).times(delta.minus(low)).over(atLow.minus(atDelta)));
                return strict(lowest, after, people, at);
            }
            low = delta;
        }
        throw new IllegalStateException("No delta gives the framework sum");
    }

    private static List<Q> strict(List<Q> lowest, List<Q> after, List<Q> people, Q delta) {
        var finals = new ArrayList<Q>();
        for (var i = 0; i < after.size(); i++) {
            finals.add(lowest.get(i).max(after.get(i).minus(delta.times(people.get(i)))));
        }
        return finals;
    }
}
