package no.opptrapping.local.grantyear;

/** The grant year cannot go on, or its sums do not balance: the message says which step, account or answer is wrong. */
public class ScenarioFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ScenarioFailure(String message) {
        super(message);
    }

    public ScenarioFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
