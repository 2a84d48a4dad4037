package no.opptrapping.platform.badexamples.database;

import jakarta.persistence.EntityManager;
import javax.sql.DataSource;
import no.opptrapping.platform.database.PlainSql;

/** Reaches the database in three ways of its own. */
class StoredAwards {
    private final EntityManager session;
    private final DataSource database;
    private final PlainSql sql;

    StoredAwards(EntityManager session, DataSource database, PlainSql sql) {
        this.session = session;
        this.database = database;
        this.sql = sql;
    }

    String kept() {
        return session + " " + database;
    }

    int forget() {
        return sql.update("delete from award");
    }
}
