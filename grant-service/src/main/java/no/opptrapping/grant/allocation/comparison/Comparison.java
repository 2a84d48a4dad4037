package no.opptrapping.grant.allocation.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Gini;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Two or more divisions side by side in one municipality structure. The first side is what the others are measured
 * against: a change goes from the other side to the first one.
 */
public final class Comparison {
    private static final Comparator<Row> BY_KEY = Comparator.<Row, Boolean>comparing(
                    row -> row.key().equals(Grouping.UNCLASSIFIED))
            .thenComparingInt(row -> firstNumber(row.key()))
            .thenComparing(Row::key);

    private final List<Place> places;
    private final List<Map<MunicipalityId, Kroner>> sides;
    private final Fraction beyond;

    /**
     * @param sides the amounts of each side by the identities of the places; a place without an amount has zero
     * @param beyond winners and losers change by strictly more kroner per inhabitant than this
     */
    public Comparison(List<Place> places, List<Map<MunicipalityId, Kroner>> sides, Fraction beyond) {
        this.places = List.copyOf(places);
        this.sides = List.copyOf(sides);
        this.beyond = beyond;
    }

    /**
     * How many municipalities win and lose from another side to the first.
     *
     * @param unchanged those that change by no more than the limit
     * @param unknown those whose inhabitants are unknown or none
     */
    public record Tally(long winners, long losers, long unchanged, long unknown) {}

    /**
     * A municipality or a group of them.
     *
     * @param municipalities how many it has
     * @param inhabitants of those whose inhabitants are known; empty when none are
     * @param amounts one of each side
     * @param tallies one of each side but the first
     */
    public record Row(
            String key,
            Optional<Place> place,
            long municipalities,
            Optional<Fraction> inhabitants,
            List<Kroner> amounts,
            List<Tally> tallies) {
        public Row {
            amounts = List.copyOf(amounts);
            tallies = List.copyOf(tallies);
        }

        /** From another side to the first one. */
        public Kroner change(int other) {
            return amounts.getFirst().minus(amounts.get(other));
        }

        public Optional<Fraction> perInhabitant(int side) {
            return per(amounts.get(side));
        }

        public Optional<Fraction> changePerInhabitant(int other) {
            return per(change(other));
        }

        private Optional<Fraction> per(Kroner kroner) {
            return inhabitants.map(people -> Fraction.of(kroner.value()).over(people));
        }
    }

    /** The rows: municipalities by number; counties, groups and classes by key, those not classified last. */
    public List<Row> rows(Grouping by) {
        var groups = new TreeMap<String, List<Place>>();
        places.forEach(place ->
                groups.computeIfAbsent(place.key(by), key -> new ArrayList<>()).add(place));
        return groups.entrySet().stream()
                .map(group -> row(group.getKey(), group.getValue(), by == Grouping.MUNICIPALITY))
                .sorted(BY_KEY)
                .toList();
    }

    /** The whole country as one row. */
    public Row total() {
        return row("all", places, false);
    }

    /**
     * The Gini coefficient of a side per inhabitant, population-weighted over every municipality whose inhabitants are
     * known, also those that get nothing: {@code 1 - sum n_i (M_(i-1) + M_i) / (N M)} with the municipalities ordered by
     * kroner per inhabitant, n the inhabitants of each, M_i the running sum of kroner, N and M the totals. Exact; empty
     * when nobody gets anything.
     */
    public Optional<Fraction> gini(int side) {
        return Gini.of(places.stream()
                .flatMap(place ->
                        place
                                .inhabitants()
                                .map(people -> new Gini.Point(
                                        people, Fraction.of(amount(place, side).value())))
                                .stream())
                .toList());
    }

    /** The municipality that loses most per inhabitant from the other side to the first; empty when nobody loses. */
    public Optional<Row> largestLoss(int other) {
        return changed(other).filter(row -> row.change(other).isNegative()).min(byChange(other));
    }

    /** The municipality that gains most per inhabitant from the other side to the first; empty when nobody gains. */
    public Optional<Row> largestGain(int other) {
        return changed(other).filter(row -> row.change(other).isPositive()).max(byChange(other));
    }

    private Stream<Row> changed(int other) {
        return rows(Grouping.MUNICIPALITY).stream()
                .filter(row -> row.changePerInhabitant(other).isPresent());
    }

    private static Comparator<Row> byChange(int other) {
        return Comparator.comparing(row -> row.changePerInhabitant(other).orElse(Fraction.ZERO));
    }

    private Row row(String key, List<Place> members, boolean single) {
        return new Row(
                key,
                single ? Optional.of(members.getFirst()) : Optional.empty(),
                members.size(),
                members.stream().flatMap(place -> place.inhabitants().stream()).reduce(Fraction::plus),
                IntStream.range(0, sides.size())
                        .mapToObj(side -> Kroner.sum(members.stream()
                                .map(place -> amount(place, side))
                                .toList()))
                        .toList(),
                IntStream.range(1, sides.size())
                        .mapToObj(other -> tally(members, other))
                        .toList());
    }

    private Tally tally(List<Place> members, int other) {
        var changes = members.stream()
                .flatMap(place -> place
                        .inhabitants()
                        .map(people -> Fraction.of(amount(place, 0)
                                        .minus(amount(place, other))
                                        .value())
                                .over(people))
                        .stream())
                .toList();
        var winners =
                changes.stream().filter(change -> change.compareTo(beyond) > 0).count();
        var losers = changes.stream()
                .filter(change -> change.negated().compareTo(beyond) > 0)
                .count();
        return new Tally(winners, losers, changes.size() - winners - losers, members.size() - changes.size());
    }

    private Kroner amount(Place place, int side) {
        return sides.get(side).getOrDefault(place.id(), Kroner.ZERO);
    }

    /** Keys that begin with a number are ordered by it; others, such as {@code under-2000}, stand first. */
    private static int firstNumber(String key) {
        var digits = key.startsWith("over-") ? key.substring("over-".length()) : key;
        var end = 0;
        while (end < digits.length() && end < 9 && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(digits.substring(0, end));
    }
}
