package no.opptrapping.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tries to rewrite, with SQL, what municipalities have submitted: as the service's role and as the tables' owner. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class SubmittedReportsStayIT {
    @Inject
    DataSource application;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "opptrapping.database.owner-role")
    String owner;

    @ConfigProperty(name = "opptrapping.database.owner-password")
    String password;

    @ParameterizedTest
    @ValueSource(strings = {"report_edition", "report_account", "report_man_years"})
    void isAddedToAndNeverRewritten(String table) throws SQLException {
        var attempts = List.of(
                "update " + table + " set edition = edition", "delete from " + table, "truncate " + table + " cascade");
        try (var connection = application.getConnection();
                var owning = DriverManager.getConnection(database, owner, password)) {
            for (var attempt : attempts) {
                assertRefused("permission denied", connection, attempt);
                assertRefused("What was submitted stays", owning, attempt);
            }
        }
    }

    @Test
    void theServiceReadsWhichMigrationsThereAreAndCannotPretendOthers() throws SQLException {
        try (var connection = application.getConnection()) {
            assertRefused("permission denied", connection, "update flyway_schema_history set success = true");
            assertRefused("permission denied", connection, "create table mine (id int)");
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select count(*) from flyway_schema_history where success")) {
                rows.next();
                assertThat(rows.getInt(1)).isPositive();
            }
        }
    }

    private static void assertRefused(String reason, Connection connection, String attempt) {
        assertThatThrownBy(() -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(attempt);
                    }
                })
                .as(attempt)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(reason);
    }
}
