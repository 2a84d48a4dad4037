package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.engine.Key.CostKey;
import no.opptrapping.grant.allocation.engine.Key.ImportedIndices;
import no.opptrapping.grant.allocation.engine.Key.WhenMissing;
import org.jspecify.annotations.Nullable;

/** Computes shares from a key and rows; what is wrong with them goes into the faults, and then there are no shares. */
final class SharesByKey {
    private static final Fraction ONE = Fraction.of(1);

    private final Faults faults;
    private final String keyPointer;

    SharesByKey(Faults faults, String keyPointer) {
        this.faults = faults;
        this.keyPointer = keyPointer;
    }

    @Nullable
    Shares of(Key key, Collection<Row> unordered) {
        var rows = sorted(unordered);
        if (rows.isEmpty()) {
            faults.add(AllocationRule.SOMEONE_TO_DIVIDE_AMONG, "/rows");
            return null;
        }
        return switch (key) {
            case CostKey own -> {
                var columns = ofCriteria(own, rows, keyPointer);
                yield columns == null ? null : columns.of(rows);
            }
            case ImportedIndices imported -> ofIndices(imported, rows);
        };
    }

    /** In the recipients' order. */
    static List<Row> sorted(Collection<Row> rows) {
        return rows.stream().sorted(Comparator.comparing(Row::recipient)).toList();
    }

    private Shares.@Nullable Columns ofCriteria(CostKey key, List<Row> rows, String pointer) {
        var before = faults.count();
        checkWeights(key, pointer);
        checkValues(key, rows, pointer);
        return faults.count() == before ? columns(key, rows) : null;
    }

    private void checkWeights(CostKey key, String pointer) {
        var criteria = key.criteria();
        faults.check(!criteria.isEmpty(), AllocationRule.AT_LEAST_ONE_CRITERION, pointer + "/weights");
        var seen = new HashSet<String>();
        var sum = Fraction.ZERO;
        for (var k = 0; k < criteria.size(); k++) {
            var criterion = criteria.get(k);
            var at = pointer + "/weights/" + k;
            faults.check(
                    seen.add(criterion.indicator()), AllocationRule.CRITERION_ONLY_ONCE, at, criterion.indicator());
            faults.check(
                    !criterion.weight().isNegative(),
                    AllocationRule.WEIGHT_NOT_NEGATIVE,
                    at + "/weight",
                    criterion.indicator(),
                    criterion.weight());
            sum = sum.plus(criterion.weight().toFraction());
        }
        if (!criteria.isEmpty()) {
            faults.check(
                    key.normalise() || sum.equals(ONE), AllocationRule.WEIGHTS_SUM_TO_ONE, pointer + "/weights", sum);
            faults.check(
                    !key.normalise() || sum.signum() != 0, AllocationRule.WEIGHTS_NOT_ALL_ZERO, pointer + "/weights");
        }
    }

    private void checkValues(CostKey key, List<Row> rows, String pointer) {
        for (var k = 0; k < key.criteria().size(); k++) {
            var indicator = key.criteria().get(k).indicator();
            var at = pointer + "/weights/" + k;
            var unknown = new ArrayList<String>();
            var negative = new ArrayList<String>();
            var positive = false;
            for (var row : rows) {
                var value = row.values().get(indicator);
                if (value == null) {
                    unknown.add(row.recipient().toString());
                } else if (value.isNegative()) {
                    negative.add(row.recipient().toString());
                } else {
                    positive |= value.isPositive();
                }
            }
            faults.check(unknown.isEmpty(), AllocationRule.VALUE_KNOWN, at, indicator, unknown);
            faults.check(negative.isEmpty(), AllocationRule.VALUE_NOT_NEGATIVE, at, indicator, negative);
            var complete = unknown.isEmpty() && negative.isEmpty();
            faults.check(!complete || positive, AllocationRule.CRITERION_TOTAL_ABOVE_ZERO, at, indicator);
        }
    }

    private static Shares.Columns columns(CostKey key, List<Row> rows) {
        var criteria = key.criteria();
        var weightScale =
                criteria.stream().mapToInt(c -> c.weight().scale()).max().orElse(0);
        var figures = criteria.stream().map(c -> Figures.of(c, rows)).toList();
        var common = figures.stream().map(Figures::total).reduce(BigInteger.ONE, Whole::leastCommonMultiple);
        var weights = BigInteger.ZERO;
        var columns = new ArrayList<Shares.Column>();
        for (var one : figures) {
            var weight = one.criterion().weight().atScale(weightScale);
            weights = weights.add(weight);
            columns.add(new Shares.Column(
                    one.criterion(),
                    one.scale(),
                    one.values(),
                    one.total(),
                    weight.multiply(common.divide(one.total()))));
        }
        return new Shares.Columns(columns, weights.multiply(common));
    }

    /** A criterion's values as whole numbers times ten to the scale, and their sum. */
    private record Figures(Criterion criterion, int scale, List<BigInteger> values, BigInteger total) {
        static Figures of(Criterion criterion, List<Row> rows) {
            var values = rows.stream()
                    .map(row -> valueOf(row, criterion.indicator()))
                    .toList();
            var scale = values.stream().mapToInt(Decimal::scale).max().orElse(0);
            var whole = values.stream().map(value -> value.atScale(scale)).toList();
            return new Figures(criterion, scale, whole, whole.stream().reduce(BigInteger.ZERO, BigInteger::add));
        }
    }

    private @Nullable Shares ofIndices(ImportedIndices key, List<Row> rows) {
        var before = faults.count();
        var missing = rows.stream()
                .filter(row -> !key.indices().containsKey(row.recipient()))
                .toList();
        var own = switch (key.whenMissing()) {
            case WhenMissing.Refuse() -> {
                missing.forEach(row -> addIndexFault(AllocationRule.INDEX_KNOWN, row.recipient()));
                yield null;
            }
            case WhenMissing.Exclude() -> null;
            case WhenMissing.UseOwnKey(var ownKey) -> ofCriteria(ownKey, rows, keyPointer + "/ownKey");
        };
        key.indices().entrySet().stream()
                .filter(entry -> entry.getValue().isNegative())
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(recipient -> addIndexFault(AllocationRule.INDEX_NOT_NEGATIVE, recipient));
        if (!new Population(rows, faults).check() || faults.count() != before) {
            return null;
        }
        var included = key.whenMissing() instanceof WhenMissing.Exclude
                ? rows.stream()
                        .filter(row -> key.indices().containsKey(row.recipient()))
                        .toList()
                : rows;
        return weighIndices(key, included, own, missing);
    }

    private void addIndexFault(AllocationRule broken, Recipient recipient) {
        var name = recipient.toString();
        faults.add(broken, keyPointer + "/indices/values/" + Pointers.escape(name), name);
    }

    private @Nullable Shares weighIndices(
            ImportedIndices key, List<Row> rows, Shares.@Nullable Columns own, List<Row> missing) {
        var population = new Population(rows, faults);
        var scale =
                key.indices().values().stream().mapToInt(Decimal::scale).max().orElse(0);
        // Imported and own needs over one denominator, so that none of them has to be reduced.
        var ofImported = own == null ? BigInteger.ONE : own.denominator();
        var ofOwn = population.total().multiply(BigInteger.TEN.pow(scale));
        var numerators = new BigInteger[rows.size()];
        for (var i = 0; i < numerators.length; i++) {
            var imported = key.indices().get(rows.get(i).recipient());
            numerators[i] = imported != null
                    ? imported.atScale(scale).multiply(population.of(i)).multiply(ofImported)
                    : own == null ? BigInteger.ZERO : own.numerator(i).multiply(ofOwn);
        }
        var sum = Whole.sum(numerators);
        if (sum.signum() == 0) {
            faults.add(AllocationRule.INDEX_TOTAL_ABOVE_ZERO, keyPointer + "/indices/values");
            return null;
        }
        var mean = Fraction.of(sum, ofOwn.multiply(ofImported));
        key.tolerance()
                .filter(tolerance -> !isWithin(tolerance, mean))
                .ifPresent(tolerance -> faults.add(
                        AllocationRule.INDEX_MEAN_WITHIN_TOLERANCE,
                        keyPointer + "/indices/tolerance",
                        mean,
                        tolerance));
        var excluded = own == null ? missing.stream().map(Row::recipient).toList() : List.<Recipient>of();
        return new Shares(
                rows,
                List.of(),
                numerators,
                sum,
                ONE.over(mean),
                excluded,
                new Shares.Needs(key, own, population, ofOwn, mean));
    }

    private static boolean isWithin(Decimal tolerance, Fraction mean) {
        var distance = mean.minus(ONE);
        return (distance.signum() < 0 ? distance.negated() : distance).compareTo(tolerance.toFraction()) <= 0;
    }

    private static Decimal valueOf(Row row, String indicator) {
        var value = row.values().get(indicator);
        if (value == null) {
            throw new IllegalStateException("No value of " + indicator + " for " + row.recipient());
        }
        return value;
    }
}
