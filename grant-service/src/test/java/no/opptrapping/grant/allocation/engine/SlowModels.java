package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionApplication;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;

/** More of the page's definitions word for word: positions, activity, imported need and criteria with limits. */
final class SlowModels {
    private SlowModels() {}

    /** Section 4, proportional, and section 7: claims in full when there is enough. */
    static List<Long> proportional(List<Long> claims, long budget, long unit) {
        if (claims.stream().mapToLong(one -> one).sum() <= budget) {
            return claims;
        }
        var caps = claims.stream().map(Q::q).toList();
        var zeros = caps.stream().map(cap -> Q.ZERO).toList();
        return SlowReference.round(SlowReference.fill(Q.q(budget), caps, zeros, caps), unit, caps);
    }

    /** Sections 1 to 3 with the same floor and cap for all; a cap below zero is none. Criteria are c0, c1 and so on. */
    static List<Long> byCriteria(List<Row> rows, List<Decimal> weights, long budget, long floor, long cap, long unit) {
        var shares = SlowReference.shares(
                weights.stream().map(SlowModels::q).toList(),
                IntStream.range(0, weights.size())
                        .mapToObj(k -> rows.stream()
                                .map(row -> q(row.values().get("c" + k)))
                                .toList())
                        .toList());
        var floors = shares.stream().map(share -> Q.q(floor)).toList();
        var caps = shares.stream().map(share -> cap < 0 ? null : Q.q(cap)).toList();
        return SlowReference.round(SlowReference.fill(Q.q(budget), shares, floors, caps), unit, caps);
    }

    /** Section 1, imported: index times inhabitants, and for those missing nothing or what the criterion c gives. */
    static List<Q> needs(List<Row> rows, Map<Recipient, Decimal> indices, boolean exclude) {
        var people =
                SlowReference.sum(rows.stream().map(row -> q(row.inhabitants())).toList());
        var total = SlowReference.sum(
                rows.stream().map(row -> q(row.values().get("c"))).toList());
        var needs = new ArrayList<Q>();
        for (var row : rows) {
            var index = indices.get(row.recipient());
            if (index != null) {
                needs.add(q(index).times(q(row.inhabitants())));
            } else if (!exclude) {
                needs.add(q(row.values().get("c")).over(total).times(people));
            }
        }
        return needs;
    }

    static Q q(Decimal decimal) {
        return new Q(decimal.atScale(12), BigInteger.TEN.pow(12));
    }

    /** Section 4, per position, with ties broken by the larger amount. */
    record Positions(long rate, List<Q> stepDown, boolean ranked, long unit) {
        private long due(PositionApplication application, boolean earlier) {
            var sum = 0L;
            for (var position : application.positions()) {
                if (position.year() > 1 == earlier && position.year() <= stepDown.size()) {
                    sum += Q.q(rate)
                            .times(q(position.percent()))
                            .over(Q.q(100))
                            .times(stepDown.get(position.year() - 1))
                            .floor();
                }
            }
            return sum;
        }

        private long earlier(PositionApplication one) {
            return Math.min(due(one, true), most(one));
        }

        private long fresh(PositionApplication one) {
            return Math.min(due(one, false), most(one) - earlier(one));
        }

        private static long most(PositionApplication one) {
            return Math.min(one.asked().value(), one.assessed().value());
        }

        /** What a class comes to: nothing where both come to less than the least that is of use. */
        private long used(PositionApplication one, long ofClass) {
            return earlier(one) + fresh(one) < one.smallestUseful().value() ? 0 : ofClass;
        }

        List<Long> divide(List<PositionApplication> applications, long budget) {
            var first =
                    applications.stream().map(one -> used(one, earlier(one))).toList();
            var second = applications.stream().map(one -> used(one, fresh(one))).toList();
            var useful = applications.stream()
                    .map(one -> one.smallestUseful().value())
                    .toList();
            var given = new ArrayList<>(ofClass(
                    applications,
                    first,
                    budget,
                    IntStream.range(0, first.size())
                            .mapToObj(i -> Math.min(useful.get(i), first.get(i)))
                            .toList()));
            if (first.stream().mapToLong(one -> one).sum() > budget) {
                return given;
            }
            var left = budget - given.stream().mapToLong(one -> one).sum();
            var more = ofClass(
                    applications,
                    second,
                    left,
                    IntStream.range(0, first.size())
                            .mapToObj(i -> Math.max(0, useful.get(i) - first.get(i)))
                            .toList());
            for (var i = 0; i < given.size(); i++) {
                given.set(i, given.get(i) + more.get(i));
            }
            return given;
        }

        private List<Long> ofClass(
                List<PositionApplication> applications, List<Long> due, long budget, List<Long> useful) {
            if (!ranked) {
                return proportional(due, budget, unit);
            }
            var order = IntStream.range(0, due.size())
                    .boxed()
                    .sorted(Comparator.<Integer, Integer>comparing(
                                    i -> applications.get(i).rank().orElseThrow())
                            .thenComparing(Comparator.<Integer, Long>comparing(due::get)
                                    .reversed())
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
            var given = new ArrayList<>(due);
            var left = budget;
            for (var i : order) {
                var amount = Math.min(due.get(i), left);
                given.set(i, amount < due.get(i) && amount < useful.get(i) ? 0 : amount);
                left -= given.get(i);
            }
            return given;
        }
    }
}
