package no.opptrapping.grant.allocation.engine;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of a division by objective criteria without their explanations, for those who divide the same figures
 * many times: krone for krone what {@link ObjectiveCriteria} gives, which also decides whenever machine numbers cannot.
 *
 * @param table the figures that the criteria name, in their order, of the model's rows
 */
public record QuickCriteria(ObjectiveCriteria model, CriteriaTable table) implements Model {
    @Override
    public List<Recipient> recipients() {
        return model.recipients();
    }

    @Override
    public Outcome<? extends Division> divide(Kroner budget) {
        var amounts = quick(budget);
        if (amounts == null) {
            return switch (model.divide(budget)) {
                case Outcome.Allocated<ObjectiveCriteria.ByCriteria>(var division) ->
                    new Outcome.Allocated<>(Amounts.of(division, false));
                case Outcome.Impossible<ObjectiveCriteria.ByCriteria> impossible -> impossible;
            };
        }
        return new Outcome.Allocated<>(Amounts.of(budget, table.rows(), amounts, true));
    }

    /** The amounts in the recipients' order, or null when the exact model must decide or refuse. */
    long @Nullable [] quick(Kroner budget) {
        if (!(model.key() instanceof Key.CostKey key)
                || budget.isNegative()
                || budget.compareTo(Faults.LARGEST_AMOUNT) > 0
                || (model.unit() != 1 && model.unit() != 100 && model.unit() != 1000)
                || !isOfTable(key)) {
            return null;
        }
        var weights = weights(key);
        var floors = limits(model.floor());
        var caps = limits(model.cap());
        if (weights == null
                || (floors == null && !(model.floor() instanceof Limit.None))
                || (caps == null && !(model.cap() instanceof Limit.None))
                || !isPossible(floors, caps, budget)) {
            return null;
        }
        return new CertifiedFilling(table, weights, budget.value(), floors, caps, model.unit()).amounts();
    }

    private boolean isOfTable(Key.CostKey key) {
        var criteria = key.criteria();
        var same = criteria.size() == table.indicators().size();
        for (var k = 0; same && k < criteria.size(); k++) {
            same = criteria.get(k).indicator().equals(table.indicators().get(k));
        }
        return same;
    }

    /** The weights as whole numbers; null when they are not as they must be. */
    private static BigInteger @Nullable [] weights(Key.CostKey key) {
        var criteria = key.criteria();
        var scale = 0;
        for (var criterion : criteria) {
            scale = Math.max(scale, criterion.weight().scale());
        }
        var weights = new BigInteger[criteria.size()];
        var negative = false;
        for (var k = 0; k < weights.length; k++) {
            weights[k] = criteria.get(k).weight().atScale(scale);
            negative |= weights[k].signum() < 0;
        }
        var sum = Whole.sum(weights);
        var sums = key.normalise() ? sum.signum() > 0 : sum.equals(BigInteger.TEN.pow(scale));
        return sums && !negative ? weights : null;
    }

    /** Null for no limits and for those that only the exact model reads. */
    private long @Nullable [] limits(Limit limit) {
        return switch (limit) {
            case Limit.SameForAll(var amount)
            when isWhole(amount) -> {
                var all = new long[table.rows().size()];
                Arrays.fill(all, amount.value());
                yield all;
            }
            case Limit.None none -> null;
            case Limit.SameForAll(var amount) -> null;
            case Limit.PerMunicipality each -> null;
            case Limit.PerInhabitant each -> null;
        };
    }

    private boolean isWhole(Kroner amount) {
        return !amount.isNegative()
                && amount.compareTo(Faults.LARGEST_AMOUNT) <= 0
                && amount.value() % model.unit() == 0;
    }

    private static boolean isPossible(long @Nullable [] floors, long @Nullable [] caps, Kroner budget) {
        var left = budget.value();
        var possible = true;
        for (var i = 0; possible && floors != null && i < floors.length; i++) {
            left -= floors[i];
            possible = left >= 0 && (caps == null || floors[i] <= caps[i]);
        }
        return possible;
    }
}
