package no.opptrapping.grant.allocation.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The Gini coefficient per inhabitant, population-weighted, with the municipalities ordered by kroner per inhabitant:
 * 0 when everybody's municipality gets the same per inhabitant, near 1 when one inhabitant's gets all. Exact.
 */
public final class Gini {
    private static final Comparator<Point> BY_KRONER_PER_INHABITANT =
            Comparator.comparing(point -> point.kroner().over(point.inhabitants()));

    private Gini() {}

    /** A municipality: its inhabitants, above zero, and its kroner, zero or more. */
    public record Point(Fraction inhabitants, Fraction kroner) {}

    /** One less twice the area under the Lorenz curve; empty when nobody gets anything. */
    public static Optional<Fraction> of(List<Point> points) {
        var people = Fraction.ZERO;
        var money = Fraction.ZERO;
        var area = Fraction.ZERO;
        for (var point : points.stream().sorted(BY_KRONER_PER_INHABITANT).toList()) {
            var before = money;
            money = money.plus(point.kroner());
            people = people.plus(point.inhabitants());
            area = area.plus(point.inhabitants().times(before.plus(money)));
        }
        return money.signum() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(1).minus(area.over(people.times(money))));
    }
}
