package no.opptrapping.grant.allocation.comparison;

import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A municipality of the structure that is compared in.
 *
 * @param inhabitants above zero; empty where they are unknown or none
 * @param groups the key of the group it is in, where a grouping places it
 */
public record Place(
        MunicipalityId id,
        MunicipalityNumber number,
        String name,
        Optional<Fraction> inhabitants,
        Map<Grouping, String> groups) {
    public Place {
        groups = Map.copyOf(groups);
    }

    /** The key of its group; its own number where every municipality is a row. */
    String key(Grouping by) {
        return by == Grouping.MUNICIPALITY ? number.value() : groups.getOrDefault(by, Grouping.UNCLASSIFIED);
    }
}
