package no.opptrapping.platform.web;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.embedded.issuer.LocalIssuer;

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
        return Map.of(
                "quarkus.datasource.jdbc.url", database.jdbcUrl(NAME),
                "quarkus.datasource.username", database.appUser(NAME),
                "quarkus.datasource.password", database.password(),
                "quarkus.flyway.username", database.ownerUser(NAME),
                "quarkus.flyway.password", database.password(),
                "opptrapping.issuer", issuer.baseUrl());
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
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
