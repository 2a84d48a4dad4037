package no.opptrapping.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The plans by which PostgreSQL has found what a service asked for, with the values that it asked with and the rows that were
 * read on the way (auto_explain, which writes them to the server's log).
 */
public final class ExplainedSql {
    private static final Pattern BEGIN = Pattern.compile("LOG: {2}duration: [0-9.]+ ms {2}plan:$");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path log;
    private long from;

    /**
     * A statement that was carried out.
     *
     * @param read how many rows of each table it looked at, whether it wanted them or not
     */
    public record Explained(String sql, Map<String, Long> read, String plan) {}

    /** What is written in the log of the server whose superuser comes by the address. */
    public ExplainedSql(String superuserUrl) {
        try (var connection = DriverManager.getConnection(superuserUrl);
                var rows = connection.createStatement().executeQuery("show data_directory")) {
            rows.next();
            log = Path.of(rows.getString(1)).resolveSibling("postgres.log");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        forget();
    }

    /** From now on every new connection of the role has its statements explained. */
    static void explain(String superuserUrl, String role) {
        try (var connection = DriverManager.getConnection(superuserUrl);
                var statement = connection.createStatement()) {
            statement.execute("load 'auto_explain'");
            for (var setting : List.of(
                    "session_preload_libraries = auto_explain",
                    "auto_explain.log_min_duration = 0",
                    "auto_explain.log_analyze = on",
                    "auto_explain.log_timing = off",
                    "auto_explain.log_buffers = off",
                    "auto_explain.log_format = json")) {
                statement.execute("alter role " + role + " set " + setting);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Begins anew. */
    public void forget() {
        from = log.toFile().length();
    }

    /** What has been asked since. */
    public List<Explained> since() {
        var explained = new ArrayList<Explained>();
        var plan = new StringBuilder();
        var isPlan = false;
        for (var line : (written() + "\n").split("\n", -1)) {
            if (isPlan && line.startsWith("\t")) {
                plan.append(line, 1, line.length()).append('\n');
                continue;
            }
            if (isPlan) {
                explained.add(read(plan.toString()));
                plan.setLength(0);
            }
            isPlan = BEGIN.matcher(line).find();
        }
        return explained;
    }

    private static Explained read(String json) {
        try {
            var tree = JSON.readTree(json);
            var read = new HashMap<String, Long>();
            count(tree.path("Plan"), read);
            return new Explained(tree.path("Query Text").asText(), read, json);
        } catch (JsonProcessingException cut) {
            throw new IllegalStateException("Not a plan: " + json, cut);
        }
    }

    private String written() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var bytes = new byte[Math.toIntExact(file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void count(JsonNode node, Map<String, Long> read) {
        if (node.has("Relation Name") && node.path("Node Type").asText().endsWith("Scan")) {
            var each = node.path("Actual Rows").asDouble()
                    + node.path("Rows Removed by Filter").asDouble()
                    + node.path("Rows Removed by Index Recheck").asDouble();
            read.merge(
                    node.path("Relation Name").asText(),
                    Math.round(each * node.path("Actual Loops").asDouble()),
                    Long::sum);
        }
        node.path("Plans").forEach(part -> count(part, read));
    }
}
