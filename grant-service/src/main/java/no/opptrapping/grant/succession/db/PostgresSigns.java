package no.opptrapping.grant.succession.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;
import no.opptrapping.grant.succession.Signs;

/** Reads what is counted anyway: the edition of what has been heard, and the newest numbers of awards and applications. */
@ApplicationScoped
class PostgresSigns implements Signs {
    private static final String READ = """
            select concat_ws('/', (select edition from known_municipality_edition),
                (select sum(last) from award_number), (select last_value from application_reference))
            """;

    private final DataSource database;

    PostgresSigns(DataSource database) {
        this.database = database;
    }

    @Override
    public String read() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(READ);
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException("The signs of change could not be read", failure);
        }
    }
}
