package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.opptrapping.grant.allocation.engine.Fraction;

/** The mean as it is defined: every order in which the figures stand together is gone through, in exact fractions. */
final class SlowAttribution {
    private SlowAttribution() {}

    static Map<Cause, Fraction> mean(List<Cause> causes, Function<List<Cause>, Long> value) {
        var sums = new HashMap<Cause, Fraction>();
        var orders =
                orders(causes).stream().filter(SlowAttribution::figuresTogether).toList();
        for (var order : orders) {
            var world = new ArrayList<Cause>();
            for (var cause : order) {
                var before = value.apply(List.copyOf(world));
                world.add(cause);
                var change = value.apply(List.copyOf(world)) - before;
                sums.merge(cause, Fraction.of(change), Fraction::plus);
            }
        }
        sums.replaceAll((cause, sum) -> sum.over(Fraction.of(orders.size())));
        return sums;
    }

    private static boolean figuresTogether(List<Cause> order) {
        var own = order.indexOf(Cause.OWN_FIGURES);
        var others = order.indexOf(Cause.OTHER_FIGURES);
        return own < 0 || others < 0 || Math.abs(own - others) == 1;
    }

    private static List<List<Cause>> orders(List<Cause> causes) {
        if (causes.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<Cause>>();
        for (var first : causes) {
            var rest = new ArrayList<>(causes);
            rest.remove(first);
            for (var order : orders(rest)) {
                var one = new ArrayList<Cause>(List.of(first));
                one.addAll(order);
                all.add(one);
            }
        }
        return all;
    }
}
