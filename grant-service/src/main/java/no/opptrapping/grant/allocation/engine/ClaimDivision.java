package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Claim;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.platform.values.Kroner;

/** Divides what there is among claims that are in the recipients' order. */
final class ClaimDivision {
    private final Rule rule;
    private final long unit;

    ClaimDivision(Rule rule, long unit) {
        this.rule = rule;
        this.unit = unit;
    }

    List<ApplicationLine> divide(List<Claim> claims, Kroner available) {
        var sufficient = Claim.sum(claims).compareTo(available) <= 0;
        return switch (rule) {
            case Rule.Ranked ranked -> ranked(ranked, claims, available);
            case Rule.Proportional(), Rule.ScoreWeighted() ->
                sufficient
                        ? claims.stream()
                                .map(claim -> line(claim, claim.assessed(), Optional.empty(), Reason.IN_FULL))
                                .toList()
                        : byShares(claims, available);
        };
    }

    private static List<ApplicationLine> ranked(Rule.Ranked ranked, List<Claim> claims, Kroner available) {
        var lines = new ApplicationLine[claims.size()];
        var order = IntStream.range(0, claims.size())
                .boxed()
                .sorted(Comparator.comparing(claims::get, inOrder(ranked)))
                .toList();
        var left = available;
        var place = 0;
        for (var i : order) {
            var claim = claims.get(i);
            var amount = claim.assessed().min(left);
            var reason = reasonFor(claim, amount);
            if (reason == Reason.BELOW_SMALLEST_USEFUL || reason == Reason.NOTHING_LEFT) {
                amount = Kroner.ZERO;
            }
            left = left.minus(amount);
            place++;
            lines[i] = line(claim, amount, Optional.of(place), reason);
        }
        return Arrays.asList(lines);
    }

    private static Reason reasonFor(Claim claim, Kroner amount) {
        if (amount.equals(claim.assessed())) {
            return Reason.IN_FULL;
        }
        if (amount.isZero()) {
            return Reason.NOTHING_LEFT;
        }
        return amount.compareTo(claim.smallestUseful()) < 0 ? Reason.BELOW_SMALLEST_USEFUL : Reason.WHAT_WAS_LEFT;
    }

    private static Comparator<Claim> inOrder(Rule.Ranked ranked) {
        Comparator<Claim> byStanding = ranked.order() == Order.RANK
                ? Comparator.comparingInt(Claim::rank)
                : Comparator.comparing(Claim::score).reversed();
        Comparator<Claim> tie = switch (ranked.tie()) {
            case EARLIEST -> Comparator.comparing(Claim::submittedAt);
            case LARGER -> Comparator.comparing(Claim::assessed).reversed();
            case NONE -> Comparator.comparing(Claim::recipient);
        };
        return byStanding.thenComparing(tie).thenComparing(Claim::recipient);
    }

    private List<ApplicationLine> byShares(List<Claim> claims, Kroner available) {
        var weights = claims.stream().map(Claim::weight).toArray(BigInteger[]::new);
        var caps = claims.stream()
                .map(claim -> BigInteger.valueOf(claim.assessed().value()))
                .toArray(BigInteger[]::new);
        var floors = new BigInteger[caps.length];
        Arrays.fill(floors, BigInteger.ZERO);
        var exact = new WaterFilling(BigInteger.valueOf(available.value()), weights, floors, caps)
                .fill()
                .amounts();
        var rounded = exact.rounded(unit, caps);
        var total = Whole.sum(weights);
        return IntStream.range(0, rounded.length)
                .mapToObj(i -> new ApplicationLine(
                        claims.get(i).recipient(),
                        Kroner.of(rounded[i]),
                        claims.get(i).assessed(),
                        claims.get(i).smallestUseful(),
                        Optional.of(Fraction.of(weights[i], total)),
                        exact.get(i),
                        Optional.empty(),
                        rounded[i] == claims.get(i).assessed().value() ? Reason.IN_FULL : Reason.CUT))
                .toList();
    }

    private static ApplicationLine line(Claim claim, Kroner amount, Optional<Integer> place, Reason reason) {
        return new ApplicationLine(
                claim.recipient(),
                amount,
                claim.assessed(),
                claim.smallestUseful(),
                Optional.empty(),
                Fraction.of(amount.value()),
                place,
                reason);
    }
}
