package no.opptrapping.platform.badexamples.beside.money;

import jakarta.persistence.Entity;
import jakarta.ws.rs.GET;
import java.sql.Connection;
import no.opptrapping.platform.database.PlainSql;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A use case that stores, answers and listens by itself. */
@Entity
class Payments {
    private final PlainSql sql;

    Payments(PlainSql sql) {
        this.sql = sql;
    }

    @GET
    public String all(Connection connection) {
        return sql + " " + connection;
    }

    @Incoming("payments")
    void heard(String payment) {}
}
