package no.opptrapping.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import no.opptrapping.platform.access.AuditLog;

/** What a POST does: a row, which is there or not there when the transaction has ended. */
@ApplicationScoped
class ProbeEffects {
    private final DataSource database;
    private final Semaphore allowed = new Semaphore(Integer.MAX_VALUE);
    private final Semaphore waiting = new Semaphore(0);

    ProbeEffects(DataSource database) {
        this.database = database;
    }

    long add(String text) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into probe.effect (text) values (?) returning id")) {
            insert.setString(1, text);
            try (var row = insert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps a connection of the pool busy for so long. */
    void sleep(int seconds) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select pg_sleep(?)")) {
            select.setInt(1, seconds);
            select.execute();
        }
    }

    @Transactional
    void decide(AuditLog auditLog, String text) {
        add(text);
        auditLog.decision("probe.decided", text, Map.of("why", "because"));
        if (text.equals("fail")) {
            throw new IllegalStateException("after the decision");
        }
    }

    long count(String text) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from probe.effect where text = ?")) {
            select.setString(1, text);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void stopTheNext() {
        allowed.drainPermits();
    }

    void awaitOneWaiting() throws InterruptedException {
        if (!waiting.tryAcquire(20, TimeUnit.SECONDS)) {
            throw new IllegalStateException("nobody came");
        }
    }

    void letThemGo() {
        allowed.release(1_000_000);
    }

    void whenAllowed() throws InterruptedException {
        if (!allowed.tryAcquire()) {
            waiting.release();
            allowed.acquire();
        }
        allowed.release();
    }
}
