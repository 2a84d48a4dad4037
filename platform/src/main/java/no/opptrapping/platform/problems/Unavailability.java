package no.opptrapping.platform.problems;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Tells a failure that another attempt may get over, since the database was away, frozen, overloaded or the call lost a
 * race for it, from a fault of ours. SQLSTATE classes are those of PostgreSQL (appendix A of its documentation).
 */
enum Unavailability {
    /** The database cannot be reached, does not answer, or has no connection to spare. */
    DATABASE(10),
    /** Two transactions stood in each other's way, and this one was given up. */
    CONTENTION(1);

    private static final Set<String> DATABASE_CLASSES = Set.of("08", "53", "57", "58");
    private static final Set<String> CONTENTION_STATES = Set.of("40001", "40P01", "55P03");

    private final int seconds;

    Unavailability(int seconds) {
        this.seconds = seconds;
    }

    /** When to try again. */
    int retryAfterSeconds() {
        return seconds;
    }

    static Optional<Unavailability> of(Throwable failure) {
        return SqlCauses.of(failure)
                .map(Unavailability::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Unavailability> of(SQLException failure) {
        if (happenedWhileConnecting(failure)) {
            return Optional.of(DATABASE);
        }
        var state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            // The connection pool has no state to give when no connection could be had.
            return failure instanceof SQLTransientException || isOfThePool(failure)
                    ? Optional.of(DATABASE)
                    : Optional.empty();
        }
        if (CONTENTION_STATES.contains(state)) {
            return Optional.of(CONTENTION);
        }
        return DATABASE_CLASSES.contains(state.substring(0, 2)) ? Optional.of(DATABASE) : Optional.empty();
    }

    /** The driver tells of a server that accepts and then says nothing with a state that it has for whatever is odd. */
    private static boolean happenedWhileConnecting(SQLException failure) {
        return Arrays.stream(failure.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals("org.postgresql.Driver")
                        && frame.getMethodName().equals("connect"));
    }

    private static boolean isOfThePool(SQLException failure) {
        return failure.getStackTrace().length > 0
                && failure.getStackTrace()[0].getClassName().startsWith("io.agroal.");
    }
}
