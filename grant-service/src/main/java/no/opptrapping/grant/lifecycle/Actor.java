package no.opptrapping.grant.lifecycle;

import java.util.Locale;

/** Who does something to what has a life cycle. */
public enum Actor {
    ADVISER,
    DECISION_MAKER,
    CONTROLLER,
    /** Of its own municipalities, in a scheme that the county governors decide in. */
    COUNTY_GOVERNOR,
    /** The one that it concerns. */
    MUNICIPALITY,
    /** Nobody asks for it: a report that is heard, a file from the bank, a day that has passed. */
    SERVICE;

    /** The word for it; of those that sign in, their role. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
