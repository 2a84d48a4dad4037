package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
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
        var rows =
                unordered.stream().sorted(Comparator.comparing(Row::recipient)).toList();
        if (rows.isEmpty()) {
            faults.add(AllocationRule.SOMEONE_TO_DIVIDE_AMONG, "/rows");
            return null;
        }
        return switch (key) {
            case CostKey own -> ofCriteria(own, rows, keyPointer);
            case ImportedIndices imported -> ofIndices(imported, rows);
        };
    }

    private @Nullable Shares ofCriteria(CostKey key, List<Row> rows, String pointer) {
        var before = faults.count();
        checkWeights(key, pointer);
        checkValues(key, rows, pointer);
        return faults.count() == before ? compute(key, rows) : null;
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

    private static Shares compute(CostKey key, List<Row> rows) {
        var criteria = key.criteria();
        var weightScale =
                criteria.stream().mapToInt(c -> c.weight().scale()).max().orElse(0);
        var values = new ArrayList<BigInteger[]>();
        var common = BigInteger.ONE;
        var weights = BigInteger.ZERO;
        for (var criterion : criteria) {
            var column = wholeValues(rows, criterion.indicator());
            values.add(column);
            common = Whole.leastCommonMultiple(common, Whole.sum(column));
            weights = weights.add(criterion.weight().atScale(weightScale));
        }
        var numerators = new BigInteger[rows.size()];
        Arrays.fill(numerators, BigInteger.ZERO);
        var columns = new ArrayList<Shares.Column>();
        for (var k = 0; k < criteria.size(); k++) {
            var total = Whole.sum(values.get(k));
            var multiplier = criteria.get(k).weight().atScale(weightScale).multiply(common.divide(total));
            var column = new Shares.Column(
                    criteria.get(k),
                    scaleOf(rows, criteria.get(k).indicator()),
                    List.of(values.get(k)),
                    total,
                    multiplier);
            columns.add(column);
            for (var i = 0; i < numerators.length; i++) {
                numerators[i] = numerators[i].add(column.part(i));
            }
        }
        return new Shares(rows, columns, numerators, weights.multiply(common), ONE, List.of());
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
            ImportedIndices key, List<Row> rows, @Nullable Shares own, List<Row> missing) {
        var population = new Population(rows, faults);
        var needs = new Fraction[rows.size()];
        var sum = Fraction.ZERO;
        for (var i = 0; i < rows.size(); i++) {
            var imported = key.indices().get(rows.get(i).recipient());
            var inhabitants = Fraction.of(population.of(i), population.denominator());
            needs[i] = imported != null
                    ? imported.toFraction().times(inhabitants)
                    : own == null ? Fraction.ZERO : own.get(i).times(population.totalAsFraction());
            sum = sum.plus(needs[i]);
        }
        if (sum.signum() == 0) {
            faults.add(AllocationRule.INDEX_TOTAL_ABOVE_ZERO, keyPointer + "/indices/values");
            return null;
        }
        var mean = sum.over(population.totalAsFraction());
        key.tolerance()
                .filter(tolerance -> !isWithin(tolerance, mean))
                .ifPresent(tolerance -> faults.add(
                        AllocationRule.INDEX_MEAN_WITHIN_TOLERANCE,
                        keyPointer + "/indices/tolerance",
                        mean,
                        tolerance));
        var common = BigInteger.ONE;
        for (var need : needs) {
            common = Whole.leastCommonMultiple(common, need.denominator());
        }
        var numerators = new BigInteger[needs.length];
        for (var i = 0; i < needs.length; i++) {
            numerators[i] = needs[i].numerator().multiply(common.divide(needs[i].denominator()));
        }
        var excluded = own == null ? missing.stream().map(Row::recipient).toList() : List.<Recipient>of();
        return new Shares(rows, List.of(), numerators, Whole.sum(numerators), ONE.over(mean), excluded);
    }

    private static boolean isWithin(Decimal tolerance, Fraction mean) {
        var distance = mean.minus(ONE);
        return (distance.signum() < 0 ? distance.negated() : distance).compareTo(tolerance.toFraction()) <= 0;
    }

    private static int scaleOf(List<Row> rows, String indicator) {
        return rows.stream()
                .mapToInt(row -> valueOf(row, indicator).scale())
                .max()
                .orElse(0);
    }

    private static BigInteger[] wholeValues(List<Row> rows, String indicator) {
        var scale = scaleOf(rows, indicator);
        return rows.stream().map(row -> valueOf(row, indicator).atScale(scale)).toArray(BigInteger[]::new);
    }

    private static Decimal valueOf(Row row, String indicator) {
        var value = row.values().get(indicator);
        if (value == null) {
            throw new IllegalStateException("No value of " + indicator + " for " + row.recipient());
        }
        return value;
    }
}
