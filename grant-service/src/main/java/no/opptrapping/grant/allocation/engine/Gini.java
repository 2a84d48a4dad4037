package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The Gini coefficient per inhabitant, population-weighted, with the municipalities ordered by kroner per inhabitant:
 * 0 when everybody's municipality gets the same per inhabitant, near 1 when one inhabitant's gets all. Exact.
 */
public final class Gini {
    private Gini() {}

    /** A municipality: its inhabitants, above zero, and its kroner, zero or more. */
    public record Point(Fraction inhabitants, Fraction kroner) {}

    /** One less twice the area under the Lorenz curve; empty when nobody gets anything. */
    public static Optional<Fraction> of(List<Point> points) {
        var ofInhabitants = denominator(points, Point::inhabitants);
        var ofKroner = denominator(points, Point::kroner);
        var people = BigInteger.ZERO;
        var money = BigInteger.ZERO;
        var area = BigInteger.ZERO;
        for (var perInhabitant : points.stream()
                .map(point -> Ratio.of(whole(point.kroner(), ofKroner), whole(point.inhabitants(), ofInhabitants)))
                .sorted()
                .toList()) {
            var before = money;
            money = money.add(perInhabitant.dividend());
            people = people.add(perInhabitant.divisor());
            area = area.add(perInhabitant.divisor().multiply(before.add(money)));
        }
        return money.signum() == 0
                ? Optional.empty()
                : Optional.of(Fraction.of(1).minus(Fraction.of(area, people.multiply(money))));
    }

    private static BigInteger whole(Fraction fraction, BigInteger denominator) {
        return fraction.numerator().multiply(denominator.divide(fraction.denominator()));
    }

    private static BigInteger denominator(List<Point> points, Function<Point, Fraction> part) {
        return points.stream().map(part).map(Fraction::denominator).reduce(BigInteger.ONE, Whole::leastCommonMultiple);
    }
}
