package no.opptrapping.grant.costkeys;

import java.util.List;
import java.util.Optional;

/** The cost keys that there are. */
public interface CostKeys {
    /** The criteria of the key, in its own order; empty when there is no such key. */
    Optional<List<CostKeyCriterion>> find(String code);
}
