package no.opptrapping.platform.testing;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.util.Set;

/**
 * Fails what asks for a second connection on a thread that holds one: with as many callers at once as the pool has
 * connections, each would hold one and wait for another. A service's tests make it a bean.
 */
public class OneConnection implements AgroalPoolInterceptor {
    private static final ThreadLocal<Integer> HELD = ThreadLocal.withInitial(() -> 0);

    private final Set<String> bounded;

    /**
     * Watches everything but these classes, by their full names, which see to it themselves that fewer of their callers run
     * at once than there are connections.
     */
    protected OneConnection(String... bounded) {
        this.bounded = Set.of(bounded);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        var held = HELD.get();
        // Flyway takes two without a transaction, once, when nobody else is there.
        if (held > 0 && QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION && !isBounded()) {
            throw new IllegalStateException("A second connection is asked for by " + Thread.currentThread()
                    + ", which holds one: a transaction of its own inside another can wait for itself");
        }
        HELD.set(held + 1);
    }

    private boolean isBounded() {
        return StackWalker.getInstance()
                .walk(frames -> frames.anyMatch(frame -> bounded.contains(frame.getClassName())));
    }

    @Override
    public void onConnectionReturn(Connection connection) {
        HELD.set(Math.max(0, HELD.get() - 1));
    }
}
