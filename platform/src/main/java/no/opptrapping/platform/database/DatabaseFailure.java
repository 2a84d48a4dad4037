package no.opptrapping.platform.database;

import java.sql.SQLException;

/** The database refused a statement or was away; the cause says which. */
public class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DatabaseFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
