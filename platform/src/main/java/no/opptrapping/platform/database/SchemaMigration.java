package no.opptrapping.platform.database;

import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings a database's schema up to date, as the role that owns the tables.
 *
 * @param url of the database
 * @param owner the role that owns the tables
 * @param password the owner's
 * @param app the role that the running service has, which gets its rights here
 * @param locations of the migrations
 */
public record SchemaMigration(String url, String owner, String password, String app, List<String> locations) {
    /** Where a service and the platform keep their migrations. */
    public static final String LOCATION = "db/migration";

    public SchemaMigration {
        locations = List.copyOf(locations);
    }

    /** Carries out what is missing; how many migrations that were. */
    public int run(ClassLoader classes) {
        return Flyway.configure(classes)
                .dataSource(url, owner, password)
                .placeholders(Map.of("app", app))
                .locations(locations.toArray(String[]::new))
                // The platform numbers its migrations by itself, so a later one of them stands before a service's.
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
