package no.opptrapping.platform.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.issuer.LocalIssuer;
import no.opptrapping.platform.database.SchemaMigration;

/** A real database and a real issuer, without a broker: what the edge of a service needs. */
public class DatabaseAndIssuer implements QuarkusTestResourceLifecycleManager {
    private static final String NAME = "web";

    private Path directory;
    private EmbeddedPostgres database;
    private LocalIssuer issuer;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("opptrapping-web");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedPostgres.start(directory.resolve("postgres"), 0, Set.of(NAME), false);
        issuer = LocalIssuer.start(directory.resolve("issuer"), 0);
        new SchemaMigration(
                        database.jdbcUrl(NAME),
                        database.ownerUser(NAME),
                        database.password(),
                        database.appUser(NAME),
                        List.of(SchemaMigration.LOCATION))
                .run(Objects.requireNonNull(Thread.currentThread().getContextClassLoader()));
        createProbe();
        return Map.ofEntries(
                Map.entry("opptrapping.outbox.relay", "false"),
                Map.entry("opptrapping.http.max-body", "16K"),
                Map.entry("quarkus.datasource.jdbc.url", database.jdbcUrl(NAME)),
                Map.entry("quarkus.datasource.username", database.appUser(NAME)),
                Map.entry("quarkus.datasource.password", database.password()),
                Map.entry("opptrapping.database.name", NAME),
                Map.entry("opptrapping.database.statement-timeout", "5s"),
                Map.entry("opptrapping.database.pool-timeout", "2s"),
                Map.entry("opptrapping.rate-limit.enabled", "true"),
                Map.entry("opptrapping.rate-limit.staff", "40"),
                Map.entry("opptrapping.rate-limit.organisation", "2000"),
                Map.entry("opptrapping.rate-limit.anonymous", "100000"),
                Map.entry("opptrapping.issuer", issuer.baseUrl()));
    }

    private void createProbe() {
        try (var connection = DriverManager.getConnection(
                        database.jdbcUrl(NAME), database.ownerUser(NAME), database.password());
                var statement = connection.createStatement()) {
            statement.execute(
                    "create schema probe; create table probe.effect (id bigint generated always as identity primary key,"
                            + " text text not null);"
                            + " grant usage on schema probe to web_app; grant select, insert on probe.effect to web_app");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(issuer, new TestInjector.MatchesType(LocalIssuer.class));
        injector.injectIntoFields(database, new TestInjector.MatchesType(EmbeddedPostgres.class));
    }

    @Override
    public void stop() {
        issuer.close();
        database.close();
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
