package no.opptrapping.platform.badexamples.beside.money;

import jakarta.persistence.LockModeType;
import jakarta.ws.rs.GET;
import java.sql.Connection;
import no.opptrapping.platform.database.PlainSql;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A use case that stores, answers and listens by itself. */
class Payments {
    private final PlainSql sql;

    Payments(PlainSql sql) {
        this.sql = sql;
    }

    @GET
    public String all(Connection connection, LockModeType lock) {
        return sql + " " + connection + lock;
    }

    @Incoming("payments")
    void heard(String payment) {}
}
