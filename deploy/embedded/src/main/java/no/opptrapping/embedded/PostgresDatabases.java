package no.opptrapping.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases and roles in an embedded PostgreSQL. */
final class PostgresDatabases {
    private PostgresDatabases() {}

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    static String owner(String database) {
        return database + "_owner";
    }

    static String app(String database) {
        return database + "_app";
    }

    /** Whether the server that answers on the port is the one with these data, and not somebody else's. */
    static boolean serves(int port, Path data) {
        try (var connection = connect(port, "postgres");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("show data_directory")) {
            return rows.next() && Files.isSameFile(Path.of(rows.getString(1)), data);
        } catch (SQLException | IOException e) {
            return false;
        }
    }

    /** Creates the database and its two roles if they are missing, and sets the roles' password. */
    static void provide(int port, String database, String password) throws SQLException {
        if (!database.matches("[a-z][a-z0-9_]{0,40}")) {
            throw new IllegalArgumentException("Not a database name: " + database);
        }
        if (!password.matches("[A-Za-z0-9]{1,64}")) {
            throw new IllegalArgumentException("A password has 1 to 64 letters and digits");
        }
        var quoted = '"' + database + '"'; // "grant" is a reserved word
        var owner = owner(database);
        var app = app(database);
        try (var connection = connect(port, "postgres");
                var statement = connection.createStatement()) {
            for (var role : new String[] {owner, app}) {
                var verb = exists(statement, "pg_roles where rolname = '" + role + "'") ? "alter" : "create";
                statement.execute(verb + " role " + role + " login password '" + password + "'");
            }
            if (!exists(statement, "pg_database where datname = '" + database + "'")) {
                statement.execute("create database " + quoted + " owner " + owner);
            }
            statement.execute("revoke all on database " + quoted + " from public");
            statement.execute("grant connect on database " + quoted + " to " + app);
        }
    }

    private static boolean exists(Statement statement, String from) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + from)) {
            return rows.next();
        }
    }

    private static Connection connect(int port, String database) throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(url(port, database));
        source.setUser("postgres");
        source.setConnectTimeout(5);
        return source.getConnection();
    }
}
