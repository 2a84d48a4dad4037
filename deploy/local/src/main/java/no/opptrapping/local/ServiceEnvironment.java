package no.opptrapping.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.opptrapping.embedded.StartFailure;

/** The settings that connect a service to the infrastructure. */
final class ServiceEnvironment {
    private final Infrastructure infrastructure;
    private final PortPlan ports;

    ServiceEnvironment(Infrastructure infrastructure, PortPlan ports) {
        this.infrastructure = infrastructure;
        this.ports = ports;
    }

    /** The variables; the business clock starts at {@code clockStart}. */
    Map<String, String> of(Service service, Instant clockStart) {
        var variables = database(service);
        variables.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        variables.put("QUARKUS_HTTP_PORT", Integer.toString(ports.of(service)));
        variables.put("OPPTRAPPING_DATABASE_PASSWORD", infrastructure.postgres().password());
        variables.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.kafka().bootstrapServers());
        variables.put("OPPTRAPPING_ISSUER", infrastructure.issuer().baseUrl());
        variables.put("OPPTRAPPING_ILLUSTRATION", "true");
        variables.put("OPPTRAPPING_CLOCK_START", clockStart.toString());
        // The clock is set forward by weeks, so what it makes run out is looked for often.
        variables.put("OPPTRAPPING_AWARDS_LAPSE_EVERY", "2s");
        return variables;
    }

    /** The variables with which a service's program migrates: the only ones with the owner's password. */
    Map<String, String> ofMigration(Service service) {
        var variables = database(service);
        variables.put(
                "OPPTRAPPING_DATABASE_OWNER_PASSWORD", infrastructure.postgres().password());
        return variables;
    }

    private Map<String, String> database(Service service) {
        var variables = new TreeMap<String, String>();
        variables.put("OPPTRAPPING_DATABASE_HOST", "127.0.0.1");
        variables.put(
                "OPPTRAPPING_DATABASE_PORT",
                Integer.toString(infrastructure.postgres().port()));
        variables.put("OPPTRAPPING_DATABASE_NAME", service.database());
        return variables;
    }

    /** Writes the variables to a file that a shell can read, for a service that is run by hand, which migrates. */
    Path write(Service service, Instant clockStart, Path directory) {
        var file = directory.resolve(service.directory() + ".env");
        var variables = of(service, clockStart);
        variables.putAll(ofMigration(service));
        var lines = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "='" + variable.getValue() + "'")
                .collect(Collectors.joining("\n", "", "\n"));
        try {
            Files.writeString(file, lines);
            return file;
        } catch (IOException e) {
            throw new StartFailure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
