package no.opptrapping.grant.allocation.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the shares are computed from. */
public sealed interface Key {
    /**
     * A cost key (<i>kostnadsnøkkel</i>): criteria whose weights sum to exactly one, or are divided by their sum when
     * the caller says {@code normalise}.
     */
    record CostKey(List<Criterion> criteria, boolean normalise) implements Key {
        public CostKey {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * Published need indices (<i>utgiftsbehovsindeks</i>), rounded by whoever published them.
     *
     * @param tolerance how far from one the indices' mean, weighted by population, may be: the publisher's population
     *     is of another date; empty for any
     */
    record ImportedIndices(Map<Recipient, Decimal> indices, WhenMissing whenMissing, Optional<Decimal> tolerance)
            implements Key {
        public ImportedIndices {
            indices = Map.copyOf(indices);
        }
    }

    /** What is done with a municipality that the import lacks. */
    sealed interface WhenMissing {
        /** The run is refused and the municipalities are named. */
        record Refuse() implements WhenMissing {}

        /** They are left out and get nothing. */
        record Exclude() implements WhenMissing {}

        /** They get the index that an own key gives them. */
        record UseOwnKey(CostKey key) implements WhenMissing {}
    }
}
