package no.opptrapping.grant.schemerules;

import java.io.Serial;

/** The person who calls is a county governor's, and the Directorate decides in the scheme. */
public final class NotDelegated extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
