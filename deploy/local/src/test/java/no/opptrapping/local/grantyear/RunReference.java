package no.opptrapping.local.grantyear;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.SlowReference;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;

/** The rules of allocation on figures that somebody read through the API: slow, exact and without the services' code. */
final class RunReference {
    private final long unit;

    RunReference(long unit) {
        this.unit = unit;
    }

    /** An exact number as the API writes it. */
    static Q q(String decimal) {
        var number = new BigDecimal(decimal);
        return number.scale() <= 0
                ? new Q(number.toBigIntegerExact(), BigInteger.ONE)
                : new Q(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
    }

    /** Shares by criteria: {@code values.get(k).get(i)}; weights need not sum to one. */
    static List<Q> shares(List<Q> weights, List<List<Q>> values) {
        var sum = SlowReference.sum(weights);
        return SlowReference.shares(
                weights.stream().map(weight -> weight.over(sum)).toList(), values);
    }

    /** Shares by published indices; whoever lacks one has none here and goes by its own share instead. */
    static List<Q> byIndices(List<Optional<Q>> indices, List<Q> people, List<Q> own) {
        var all = SlowReference.sum(people);
        var needs = IntStream.range(0, people.size())
                .mapToObj(i -> indices.get(i)
                        .map(index -> index.times(people.get(i)))
                        .orElseGet(() -> own.get(i).times(all)))
                .toList();
        var sum = SlowReference.sum(needs);
        return needs.stream().map(need -> need.over(sum)).toList();
    }

    List<Long> criteria(long budget, List<Q> shares, List<Q> floors, List<Q> caps) {
        return SlowReference.round(SlowReference.fill(Q.q(budget), shares, floors, caps), unit, caps);
    }

    List<Long> framework(long budget, List<Q> shares) {
        return rounded(shares.stream().map(share -> share.times(Q.q(budget))).toList());
    }

    private List<Long> rounded(List<Q> exact) {
        return SlowReference.round(exact, unit, Collections.nCopies(exact.size(), null));
    }

    List<Long> guaranteed(boolean strict, List<Long> before, List<Long> framework, List<Q> people, Q threshold) {
        var from = before.stream().map(Q::q).toList();
        var to = framework.stream().map(Q::q).toList();
        var exact = strict
                ? SlowReference.strictGuarantee(from, to, people, threshold)
                : SlowReference.stateGuarantee(from, to, people, threshold);
        return exact == null ? null : rounded(exact);
    }

    List<Long> phasedIn(List<Long> before, List<Long> framework, int years, int year) {
        return rounded(IntStream.range(0, before.size())
                .mapToObj(i -> Q.q(before.get(i))
                        .plus(Q.q(framework.get(i) - before.get(i))
                                .times(Q.q(year))
                                .over(Q.q(years))))
                .toList());
    }

    /** What one application claims, and what decides its turn. */
    record Claim(String key, long amount, long useful, int rank, Q score, String submittedAt) {}

    List<Long> claims(String rule, String tieRule, List<Claim> claims, long budget) {
        return rule.equals("ranked")
                ? ranked(tieRule, claims, budget)
                : proportional(
                        claims.stream().map(Claim::amount).toList(),
                        claims.stream()
                                .map(claim -> rule.equals("score-weighted")
                                        ? Q.q(claim.amount()).times(claim.score())
                                        : Q.q(claim.amount()))
                                .toList(),
                        budget);
    }

    List<Long> proportional(List<Long> claims, List<Q> weights, long budget) {
        if (claims.stream().mapToLong(claim -> claim).sum() <= budget) {
            return claims;
        }
        var caps = claims.stream().map(Q::q).toList();
        var floors = caps.stream().map(cap -> Q.ZERO).toList();
        return SlowReference.round(SlowReference.fill(Q.q(budget), weights, floors, caps), unit, caps);
    }

    private static List<Long> ranked(String tieRule, List<Claim> claims, long budget) {
        Comparator<Claim> tie = switch (tieRule) {
            case "earliest" -> Comparator.comparing(Claim::submittedAt);
            case "larger" -> Comparator.comparingLong(Claim::amount).reversed();
            default -> Comparator.comparing(Claim::key);
        };
        var order = claims.stream()
                .sorted(Comparator.comparingInt(Claim::rank).thenComparing(tie).thenComparing(Claim::key))
                .toList();
        var given = new ArrayList<>(Collections.nCopies(claims.size(), 0L));
        var left = budget;
        for (var claim : order) {
            var amount = Math.min(claim.amount(), left);
            if (amount == claim.amount() || amount >= claim.useful()) {
                given.set(claims.indexOf(claim), amount);
                left -= amount;
            }
        }
        return given;
    }
}
