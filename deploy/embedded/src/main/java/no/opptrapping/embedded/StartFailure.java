package no.opptrapping.embedded;

/** Something could not be started; the first line of the message is one sentence that a person can act on. */
public final class StartFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartFailure(String message) {
        super(message);
    }

    public StartFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
