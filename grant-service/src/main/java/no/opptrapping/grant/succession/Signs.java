package no.opptrapping.grant.succession;

/** Tells, without looking at what there is to hand over, whether there can be anything new. */
public interface Signs {
    /** A text that is another one once something has been heard of a municipality, awarded or applied for. */
    String read();
}
