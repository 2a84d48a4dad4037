package no.opptrapping.platform.events;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a failure that will pass (the database is away, a deadlock, a time limit) from an event that is at fault. */
final class TransientFailure {
    /** Classes of SQLSTATE: connection, rollback by the database, resources, operator intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");
    /** Lock not available, and a write to a server that is read-only because another has taken over. */
    private static final Set<String> PASSING_STATES = Set.of("55P03", "25006");

    private TransientFailure() {}

    static boolean isTransient(Throwable failure) {
        var aborted = false;
        for (@Nullable Throwable at = failure; at != null; at = next(at)) {
            switch (at) {
                case UnusableEvent _ -> {
                    return false;
                }
                case com.fasterxml.jackson.core.JacksonException _ -> {
                    return false;
                }
                case SQLException sql -> {
                    return passes(sql);
                }
                case IOException _,
                        TimeoutException _,
                        OptimisticLockException _,
                        PessimisticLockException _,
                        LockTimeoutException _,
                        QueryTimeoutException _ -> {
                    return true;
                }
                // The transaction manager gave up; a deeper cause, when there is one, decides.
                case RollbackException _, SystemException _ -> aborted = true;
                default -> {}
            }
        }
        return aborted;
    }

    private static boolean passes(SQLException failure) {
        var state = failure.getSQLState();
        // The connection pool reports that no connection could be had without a state.
        return failure instanceof SQLTransientException
                || state == null
                || PASSING_STATES.contains(state)
                || (state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2)));
    }

    private static @Nullable Throwable next(Throwable at) {
        var cause = at.getCause();
        if (cause != null) {
            return cause;
        }
        // Narayana keeps what went wrong before the commit as suppressed exceptions.
        return at.getSuppressed().length > 0 ? at.getSuppressed()[0] : null;
    }
}
