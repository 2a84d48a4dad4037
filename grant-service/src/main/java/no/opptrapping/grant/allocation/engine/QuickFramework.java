package no.opptrapping.grant.allocation.engine;

import java.util.List;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * The amounts of the framework grant without their explanations, for those who divide the same figures many times:
 * krone for krone what {@link FrameworkGrant} gives, and refused for the same reasons.
 *
 * @param table the figures that an own key names, in its order, of the model's rows; null for imported indices
 */
public record QuickFramework(FrameworkGrant model, @Nullable CriteriaTable table) implements Model {
    @Override
    public List<Recipient> recipients() {
        return model.recipients();
    }

    @Override
    public Outcome<Amounts> divide(Kroner budget) {
        if (table == null) {
            return model.amounts(budget, null, true);
        }
        var byCriteria =
                new ObjectiveCriteria(model.key(), model.rows(), new Limit.None(), new Limit.None(), model.unit());
        var byKey = new QuickCriteria(byCriteria, table).quick(budget);
        return model.amounts(budget, byKey, byKey != null);
    }
}
