package no.opptrapping.grant.allocation.engine;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A municipality with its inhabitants and indicator values in the run's structure. What is unknown is absent, never
 * zero; the inhabitants may be left out where neither limits nor the model count them.
 */
public record Row(Recipient recipient, @Nullable Decimal inhabitants, Map<String, Decimal> values) {
    public Row {
        values = Map.copyOf(values);
    }
}
