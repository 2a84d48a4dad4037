package no.opptrapping.local;

/** The three services, with the database each one owns. */
public enum Service {
    MUNICIPALITY("municipality-service", "municipality", 1),
    GRANT("grant-service", "grant", 2),
    REPORTING("reporting-service", "reporting", 3);

    private final String directory;
    private final String database;
    private final int portOffset;

    Service(String directory, String database, int portOffset) {
        this.directory = directory;
        this.database = database;
        this.portOffset = portOffset;
    }

    /** The service's name, which is also its directory in the source tree. */
    public String directory() {
        return directory;
    }

    String database() {
        return database;
    }

    int portOffset() {
        return portOffset;
    }
}
