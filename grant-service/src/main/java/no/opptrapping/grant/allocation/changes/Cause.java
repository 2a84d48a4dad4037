package no.opptrapping.grant.allocation.changes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;

/**
 * Why an amount changed, in the stated order of the chain. The structure comes before all others in every order, because
 * the new year's figures do not exist for municipalities that have ceased, and rounding after all others, because it is
 * what is left. Those between take every order in the mean.
 */
public enum Cause {
    /** The municipalities that there are: what the older run's rules give the newer ones, with the older figures. */
    STRUCTURE,
    /** The appropriation: what there is to divide, before commitments of earlier years. */
    APPROPRIATION,
    /** What is known of the municipality itself: inhabitants, criteria, applications, what it had before. */
    OWN_FIGURES,
    /** What is known of all other municipalities. */
    OTHER_FIGURES,
    /** The rule: model, criteria and weights, pots and who they are for, prices and rates. */
    KEY,
    /** Floors and caps. */
    LIMITS,
    /** Guarantee or phase-in. */
    EASING,
    /** Rounding to the unit, and of a mean to whole kroner. */
    ROUNDING;

    /** Those that are turned one by one from old to new; a world is a set of those that are new, as bits. */
    static final List<Cause> TURNED = List.of(APPROPRIATION, OWN_FIGURES, OTHER_FIGURES, KEY, LIMITS, EASING);

    /** The bit of a world in which this cause is new. */
    int bit() {
        return 1 << TURNED.indexOf(this);
    }

    /** Whether the cause is new in the world. */
    boolean in(int world) {
        return (world & bit()) != 0;
    }

    /** The causes with these bits. */
    static List<Cause> of(int bits) {
        return TURNED.stream().filter(cause -> cause.in(bits)).toList();
    }

    /** The word for it in JSON and in texts. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
