package no.opptrapping.grant.succession.db;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.succession.Signs;
import no.opptrapping.platform.database.PlainSql;

/**
 * Reads what is counted anyway: the edition of what has been heard, and the newest numbers of awards and applications. In
 * plain SQL, since no entity stands for the counters.
 */
@ApplicationScoped
class PostgresSigns implements Signs {
    private static final String READ = """
            select concat_ws('/', (select edition from known_municipality_edition),
                (select sum(last) from award_number), (select last_value from application_reference))
            """;

    private final PlainSql sql;

    PostgresSigns(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public String read() {
        return sql.one(READ, row -> row.getString(1));
    }
}
