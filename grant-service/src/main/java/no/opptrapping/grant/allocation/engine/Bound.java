package no.opptrapping.grant.allocation.engine;

/** Which limit decided an amount: it would have been below its floor, above its cap, or neither. */
public enum Bound {
    NONE,
    FLOOR,
    CAP
}
