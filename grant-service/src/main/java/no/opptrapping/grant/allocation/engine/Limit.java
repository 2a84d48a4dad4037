package no.opptrapping.grant.allocation.engine;

import java.util.Map;
import no.opptrapping.platform.values.Kroner;

/** A floor or a cap. */
public sealed interface Limit {
    /** No limit. */
    record None() implements Limit {}

    /** The same amount for every municipality: a multiple of the rounding unit. */
    record SameForAll(Kroner amount) implements Limit {}

    /** An amount for each municipality named, multiples of the rounding unit; none for the others. */
    record PerMunicipality(Map<Recipient, Kroner> amounts) implements Limit {
        public PerMunicipality {
            amounts = Map.copyOf(amounts);
        }
    }

    /** Kroner per inhabitant: times the inhabitants, a floor rounded up to the unit and a cap down. */
    record PerInhabitant(Decimal kroner) implements Limit {}
}
