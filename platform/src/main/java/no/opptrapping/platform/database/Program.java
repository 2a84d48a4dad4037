package no.opptrapping.platform.database;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Objects;
import no.opptrapping.platform.start.Start;
import org.jboss.logging.Logger;

/**
 * What every service's program does: with the argument {@code migrate} it brings the schema up to date as its owner and
 * ends; without, it serves. The serving program knows no owner, and does not start on a schema that is not current.
 */
@QuarkusMain
public class Program {
    private static final Logger LOG = Logger.getLogger(Program.class);
    private static final String MIGRATE = "migrate";

    private Program() {}

    /** The program. */
    public static void main(String... arguments) {
        if (List.of(arguments).equals(List.of(MIGRATE))) {
            var classes = Objects.requireNonNull(Thread.currentThread().getContextClassLoader());
            LOG.infof(
                    "The schema is current: %d migrations carried out",
                    migration(classes).run(classes));
        } else {
            Start.prepare();
            Quarkus.run(arguments);
        }
    }

    private static SchemaMigration migration(ClassLoader classes) {
        var config = settings(classes);
        return new SchemaMigration(
                config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("opptrapping.database.owner-role", String.class),
                config.getValue("opptrapping.database.owner-password", String.class),
                config.getValue("opptrapping.database.app-role", String.class),
                config.getValues("quarkus.flyway.locations", String.class));
    }

    /** The same settings as the serving program's: environment, application.properties, the platform's own. */
    private static SmallRyeConfig settings(ClassLoader classes) {
        return new SmallRyeConfigBuilder()
                .forClassLoader(classes)
                .addDefaultSources()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .build();
    }
}
