package no.opptrapping.grant.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.embedded.EmbeddedPostgres;
import no.opptrapping.platform.database.SchemaMigration;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that is in use can be migrated: what is there gets what is asked for since, also what never changes. */
class MigrationOverDataIT {
    private static final String NAME = "used";

    /** The last migration before the rules of schemes came in versions. */
    private static final String BEFORE_VERSIONS = "320";

    @TempDir
    Path directory;

    @Test
    void whatWasRegisteredBeforeThereWereVersionsIsInForceAsItStands() throws IOException, SQLException {
        assertThat(directory.toFile().setExecutable(true, false)).isTrue();
        try (var postgres = EmbeddedPostgres.start(directory, 0, Set.of(NAME), false)) {
            Flyway.configure(getClass().getClassLoader())
                    .dataSource(postgres.jdbcUrl(NAME), postgres.ownerUser(NAME), postgres.password())
                    .placeholders(Map.of("app", postgres.appUser(NAME)))
                    .locations(SchemaMigration.LOCATION)
                    .target(BEFORE_VERSIONS)
                    .load()
                    .migrate();
            var scheme = UUID.randomUUID();
            try (var owner = open(postgres)) {
                inUse(owner, scheme);
            }

            new SchemaMigration(
                            postgres.jdbcUrl(NAME),
                            postgres.ownerUser(NAME),
                            postgres.password(),
                            postgres.appUser(NAME),
                            List.of(SchemaMigration.LOCATION))
                    .run(getClass().getClassLoader());

            try (var owner = open(postgres)) {
                assertThat(
                                read(
                                        owner,
                                        "select rules ->> 'chapter' || '.' || (rules ->> 'item') || ' ' ||"
                                                + " (rules -> 'reporting' ->> 'simpleBelow') || ' ' || in_force_from from scheme_version"))
                        .isEqualTo("765.62 500000 2024-12-01");
                assertThat(read(owner, "select scheme_version::text from call")).isEqualTo("1");
                assertThat(read(owner, "select scheme_version::text from allocation_run"))
                        .isEqualTo("1");
            }
        }
    }

    private static void inUse(Connection owner, UUID scheme) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute("""
                    insert into scheme (id, code, name, purpose, chapter, item, kind, report_opens, report_due,
                        report_form, simple_below, contact_name, contact_email, contact_phone, made_by, made_at)
                    values ('%1$s', 'rusarbeid', '{}', '{}', '765', '62', 'earmarked', '--01-15', '--03-01', 'is-24-8',
                        500000, 'n', 'e', '2', 'ada', '2024-12-01T08:00:00Z');
                    insert into call (id, scheme_id, year, title, opens_on, deadline, budget, rule, tie_rule,
                        smallest_useful_allowed, documents, status, version, made_by, made_at, announced_by, announced_at)
                    values (gen_random_uuid(), '%1$s', 2025, '{}', '2025-01-15', '2025-03-01T22:59:59Z', 1000, 'ranked',
                        'none', false, '[]', 'announced', 2, 'ada', now(), 'dina', now());
                    insert into allocation_run (id, name, scheme_id, year, made_by, made_at, inputs, input_hash,
                        result_hash, budget, distributed, recipients)
                    values (gen_random_uuid(), 'r', '%1$s', 2025, 'ada', now(), '{}',
                        encode(sha256(convert_to('{}', 'UTF8')), 'hex'), repeat('0', 64), 1000, 1000, 1)
                    """.formatted(scheme));
        }
    }

    private static String read(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection open(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(NAME), postgres.ownerUser(NAME), postgres.password());
    }
}
