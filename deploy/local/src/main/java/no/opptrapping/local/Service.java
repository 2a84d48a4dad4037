package no.opptrapping.local;

import java.util.List;

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

    /** The topics that the service publishes to. */
    List<String> publishes() {
        return switch (this) {
            case MUNICIPALITY -> List.of("municipality.v1", "indicator.v1");
            case GRANT -> List.of("call.v1", "application.v1", "award.v1", "framework-allocation.v1", "payment.v1");
            case REPORTING -> List.of("obligation.v1", "report.v1");
        };
    }

    /** The topics that the service listens to. */
    List<String> listensTo() {
        return switch (this) {
            case MUNICIPALITY -> List.of();
            case GRANT -> List.of("municipality.v1", "indicator.v1", "report.v1");
            case REPORTING ->
                List.of("municipality.v1", "indicator.v1", "award.v1", "framework-allocation.v1", "payment.v1");
        };
    }
}
