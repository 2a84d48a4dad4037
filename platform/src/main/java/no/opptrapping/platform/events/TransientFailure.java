package no.opptrapping.platform.events;

import com.fasterxml.jackson.core.JacksonException;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import jakarta.persistence.QueryTimeoutException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Tells a failure that will pass (the database is away, a deadlock, a time limit) from an event that is at fault. */
enum TransientFailure {
    /** Passes some day, however long it lasts. */
    PASSING,
    /** Two transactions wanted the same new row; passes at once or is the event's fault after all. */
    RACE,
    /** The event's own fault. */
    LASTING;

    private static final int RACES = 5;
    /** Classes of SQLSTATE that blame the data: cardinality, data, integrity, check option, and what a trigger raises. */
    private static final Set<String> DATA_AT_FAULT = Set.of("21", "22", "23", "44", "P0");

    private static final String UNIQUE_VIOLATION = "23505";

    /** Whether another attempt is worth while after this many. */
    boolean mayPassAfter(int attempts) {
        return switch (this) {
            case PASSING -> true;
            case RACE -> attempts < RACES;
            case LASTING -> false;
        };
    }

    static TransientFailure of(Throwable failure) {
        var abortedByTransactionManager = false;
        for (@Nullable Throwable at = failure; at != null; at = next(at)) {
            switch (at) {
                case UnusableEvent _, JacksonException _ -> {
                    return LASTING;
                }
                case SQLException sql -> {
                    return of(sql);
                }
                case IOException _,
                        TimeoutException _,
                        OptimisticLockException _,
                        PessimisticLockException _,
                        LockTimeoutException _,
                        QueryTimeoutException _ -> {
                    return PASSING;
                }
                case RollbackException _, SystemException _ -> abortedByTransactionManager = true;
                default -> {}
            }
        }
        return abortedByTransactionManager ? PASSING : LASTING;
    }

    /** What is not the data's fault (the server away, a lock, a missing right or table) is mended without the event. */
    private static TransientFailure of(SQLException failure) {
        var state = failure.getSQLState();
        // The connection pool has no state to give when no connection could be had.
        if (state == null || state.length() != 5) {
            return PASSING;
        }
        if (state.equals(UNIQUE_VIOLATION)) {
            return RACE;
        }
        return DATA_AT_FAULT.contains(state.substring(0, 2)) ? LASTING : PASSING;
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
