package no.opptrapping.grant.impartiality;

import java.io.Serial;

/** The person who calls is disqualified in the scheme of what they want to do. */
public final class Disqualified extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
