package no.opptrapping.platform.events;

import java.sql.SQLException;

/** The database refused or was away while an event was stored or taken in; the cause says which. */
class EventStoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EventStoreFailure(String message, SQLException cause) {
        super(message, cause);
    }
}
