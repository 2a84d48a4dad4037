package no.opptrapping.grant.ledger.db;

import java.sql.SQLException;

/** The database refused a posting (an overdraft, a source posted before) or was away; the cause says which. */
class LedgerRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LedgerRefusal(String message, SQLException cause) {
        super(message, cause);
    }
}
