package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;

/**
 * Request within a computed ceiling (<i>søknad innen beregnet ramme</i>): a key gives every municipality a ceiling, each
 * asks for what it needs of it, and what nobody asks for is divided by the same key among those that asked for more
 * than their ceiling, none of them more than it asked for. Requests that have a municipality in common, as when two have
 * merged since they asked, are one: they share ceiling and part of the key as they asked.
 *
 * @param rows every municipality that has a ceiling, whether it asks or not
 * @param unit kroner that ceilings and the second round are rounded to: 1, 100 or 1000
 * @param told the ceilings that municipalities were told, which the first round then goes by, whatever the key would
 *     give now; who was told none has none. Empty where nobody was told any
 */
public record WithinCeiling(
        Key key, List<Row> rows, List<Request> requests, long unit, Optional<Map<Recipient, Kroner>> told)
        implements Model {
    public WithinCeiling {
        rows = List.copyOf(rows);
        requests = List.copyOf(requests);
        told = told.map(Map::copyOf);
    }

    /** Within ceilings that nobody was told. */
    public WithinCeiling(Key key, List<Row> rows, List<Request> requests, long unit) {
        this(key, rows, requests, unit, Optional.empty());
    }

    /**
     * What is asked for, by one municipality or by several together, whose ceilings are then one.
     *
     * @param asked the most it can get: what was assessed of what it asked for
     * @param of the municipalities, by the recipients of the rows
     */
    public record Request(Recipient recipient, Kroner asked, Set<Recipient> of) {
        public Request {
            of = Set.copyOf(of);
        }
    }

    /** One municipality's ceiling, whether it asked or not. */
    public record Ceiling(Recipient recipient, Fraction share, Kroner amount) {}

    /**
     * The division. {@code left} is what the first round left of the budget.
     *
     * @param ceilings everybody's, in the order of their numbers
     * @param factor what imported indices were multiplied by; one for an own key
     * @param excluded municipalities left out because an import lacks them
     * @param told whether the ceilings are those that municipalities were told
     */
    public record CeilingDivision(
            Kroner budget,
            List<CeilingLine> lines,
            List<Ceiling> ceilings,
            Kroner left,
            Fraction factor,
            List<Recipient> excluded,
            boolean told)
            implements Division {
        public CeilingDivision {
            lines = List.copyOf(lines);
            ceilings = List.copyOf(ceilings);
            excluded = List.copyOf(excluded);
        }
    }

    /**
     * One request's amount: {@code first + second}, the second round rounded from {@code exact}.
     *
     * @param of the municipalities that ask together
     * @param share theirs, of one that shares its ceiling its part
     * @param isShared whether other requests are of the same municipalities, so that the ceiling is a part of theirs
     * @param parts what criteria bring to the ceiling before it is rounded; none for several municipalities together
     * @param byKeyInOre what the parts sum to
     */
    public record CeilingLine(
            Recipient recipient,
            Kroner amount,
            Kroner asked,
            Kroner ceiling,
            Kroner first,
            Kroner second,
            Fraction exact,
            List<Recipient> of,
            Fraction share,
            boolean isShared,
            List<CriterionPart> parts,
            long byKeyInOre)
            implements Division.Line {
        public CeilingLine {
            of = List.copyOf(of);
            parts = List.copyOf(parts);
        }
    }

    @Override
    public List<Recipient> recipients() {
        return requests.stream().map(Request::recipient).toList();
    }

    @Override
    public Outcome<CeilingDivision> divide(Kroner budget) {
        var faults = new Faults();
        faults.checkFrame(budget, unit, rows.stream().map(Row::recipient).toList(), "/rows");
        checkRequests(faults);
        var shares = new SharesByKey(faults, "").of(key, rows);
        if (shares == null || faults.any()) {
            return faults.impossible();
        }
        var division = divide(budget, shares);
        if (division.left().isNegative()) {
            faults.add(AllocationRule.CEILINGS_WITHIN_BUDGET, "/budget", budget.minus(division.left()), budget);
            return faults.impossible();
        }
        return new Outcome.Allocated<>(division);
    }

    private void checkRequests(Faults faults) {
        var known = new HashSet<Recipient>();
        rows.forEach(row -> known.add(row.recipient()));
        var seen = new HashSet<Recipient>();
        for (var i = 0; i < requests.size(); i++) {
            var request = requests.get(i);
            var at = "/applications/" + i;
            var name = request.recipient().toString();
            faults.check(seen.add(request.recipient()), AllocationRule.RECIPIENT_ONLY_ONCE, at, name);
            faults.check(
                    !request.asked().isNegative(),
                    AllocationRule.ASSESSED_NOT_NEGATIVE,
                    at + "/assessed",
                    name,
                    request.asked());
            faults.checkRange(request.asked(), at + "/assessed");
            request.of().stream()
                    .sorted()
                    .forEach(one -> faults.check(
                            known.contains(one), AllocationRule.CEILING_OF_A_ROW, at, name, one.toString()));
        }
    }

    private CeilingDivision divide(Kroner budget, Shares shares) {
        var numerators = shares.numerators();
        var ceilings = ceilings(budget, shares);
        var places = new HashMap<Recipient, Integer>();
        for (var i = 0; i < ceilings.length; i++) {
            places.put(shares.rows().get(i).recipient(), i);
        }
        var sorted = requests.stream()
                .sorted(Comparator.comparing(Request::recipient))
                .toList();
        var count = sorted.size();
        var sharing = SharedCeilings.of(sorted);
        var weights = new BigInteger[count];
        var ceiling = new long[count];
        var more = new BigInteger[count];
        for (var group : sharing.groups()) {
            var weight = BigInteger.ZERO;
            var together = 0L;
            for (var one : group.of()) {
                var place = places.get(one);
                weight = place == null ? weight : weight.add(numerators[place]);
                together += place == null ? told(one) : ceilings[place];
            }
            sharing.divide(group, weight, weights, together, ceiling);
        }
        var left = budget.value();
        for (var i = 0; i < count; i++) {
            var asked = sorted.get(i).asked().value();
            left -= Math.min(asked, ceiling[i]);
            // Who has no part of the key has none of what is left either.
            more[i] = weights[i].signum() == 0 ? BigInteger.ZERO : BigInteger.valueOf(Math.max(0, asked - ceiling[i]));
        }
        var second = secondRound(Math.max(0, left), weights, more);
        var sufficient = Whole.sum(more).compareTo(BigInteger.valueOf(left)) <= 0;
        var rounded = sufficient
                ? Arrays.stream(more).mapToLong(BigInteger::longValueExact).toArray()
                : second.rounded(unit, more);
        return new CeilingDivision(
                budget,
                lines(new Round(sorted, sharing, weights, ceiling, second, rounded), shares, places, budget),
                IntStream.range(0, ceilings.length)
                        .mapToObj(i ->
                                new Ceiling(shares.rows().get(i).recipient(), shares.get(i), Kroner.of(ceilings[i])))
                        .toList(),
                Kroner.of(left),
                shares.factor(),
                shares.excluded(),
                told.isPresent());
    }

    private long[] ceilings(Kroner budget, Shares shares) {
        return told.isEmpty()
                ? FrameworkParts.round(budget, shares.numerators(), shares.denominator(), unit)
                : shares.rows().stream().mapToLong(row -> told(row.recipient())).toArray();
    }

    private long told(Recipient one) {
        return told.map(all -> all.getOrDefault(one, Kroner.ZERO))
                .orElse(Kroner.ZERO)
                .value();
    }

    /** What is left, by the key, none above what it asked for beyond its ceiling. */
    private static ExactAmounts secondRound(long left, BigInteger[] weights, BigInteger[] more) {
        var floors = new BigInteger[weights.length];
        Arrays.fill(floors, BigInteger.ZERO);
        return new WaterFilling(BigInteger.valueOf(left), weights, floors, more)
                .fill()
                .amounts();
    }

    /** The requests in their order, and what they come to. */
    private static final class Round {
        private final List<Request> requests;
        private final SharedCeilings sharing;
        private final BigInteger[] weights;
        private final long[] ceilings;
        private final ExactAmounts exact;
        private final long[] second;

        Round(
                List<Request> requests,
                SharedCeilings sharing,
                BigInteger[] weights,
                long[] ceilings,
                ExactAmounts exact,
                long[] second) {
            this.requests = requests;
            this.sharing = sharing;
            this.weights = weights;
            this.ceilings = ceilings;
            this.exact = exact;
            this.second = second;
        }

        private CeilingLine line(int i, Shares shares, List<CriterionPart> parts, long byKeyInOre) {
            var request = requests.get(i);
            var first = Math.min(request.asked().value(), ceilings[i]);
            return new CeilingLine(
                    request.recipient(),
                    Kroner.of(first + second[i]),
                    request.asked(),
                    Kroner.of(ceilings[i]),
                    Kroner.of(first),
                    Kroner.of(second[i]),
                    exact.get(i),
                    request.of().stream().sorted().toList(),
                    Fraction.of(weights[i], shares.denominator().multiply(sharing.scale())),
                    sharing.isShared(i),
                    parts,
                    byKeyInOre);
        }
    }

    private static List<CeilingLine> lines(Round round, Shares shares, Map<Recipient, Integer> places, Kroner budget) {
        var contributions = new Contributions(shares, budget.value());
        var lines = new ArrayList<CeilingLine>();
        for (var i = 0; i < round.requests.size(); i++) {
            var of = round.requests.get(i).of().stream()
                    .map(places::get)
                    .filter(Objects::nonNull)
                    .toList();
            lines.add(
                    of.size() == 1 && !round.sharing.isShared(i)
                            ? round.line(
                                    i, shares, contributions.of(of.getFirst()), contributions.totalInOre(of.getFirst()))
                            : round.line(
                                    i,
                                    shares,
                                    List.of(),
                                    round.sharing.part(
                                            i,
                                            of.stream()
                                                    .mapToLong(contributions::totalInOre)
                                                    .sum())));
        }
        return lines;
    }
}
