package no.opptrapping.grant.allocation.engine;

/**
 * How a published need index leads to a share: {@code needs / total}, with {@code needs} the index times the inhabitants.
 *
 * @param index the municipality's index: the imported one, or what the own key gives where the import lacks it
 * @param imported whether the index is the imported one
 * @param total the needs of all municipalities together
 * @param factor what the needs are multiplied by so that they sum to the inhabitants
 */
public record NeedPart(
        Fraction index, boolean imported, Fraction inhabitants, Fraction needs, Fraction total, Fraction factor) {}
