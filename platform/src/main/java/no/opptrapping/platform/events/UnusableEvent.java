package no.opptrapping.platform.events;

/**
 * An event that will never be usable however often it is tried: malformed, of an unknown shape, or saying something
 * that cannot be. It is set aside on the dead letter topic, and the events after it go on.
 */
public class UnusableEvent extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With the reason, as it will stand in the dead letter's header and in the table of dead letters. */
    public UnusableEvent(String reason) {
        super(PlainText.of(reason));
    }

    /** With the reason and the failure that showed it. */
    public UnusableEvent(String reason, Throwable cause) {
        super(PlainText.of(reason), cause);
    }
}
