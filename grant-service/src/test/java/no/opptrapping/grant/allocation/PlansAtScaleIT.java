package no.opptrapping.grant.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InjectableBean;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.Any;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import no.opptrapping.platform.testing.ExplainedSql;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/**
 * After twenty years, with 100 000 awards and what belongs to them: no list, by whichever filter and for whomever, and no
 * background work reads a table through, or more of it than it shows. Read from the plans that PostgreSQL has carried out.
 * {@code -Dplans.rows=} for other sizes, {@code -Dplans.show=true} for the plans that are at fault.
 */
@QuarkusTest
@TestProfile(PlansAtScaleIT.OwnDatabase.class)
class PlansAtScaleIT extends ThingsOfAccess {
    private static final int ROWS = Integer.getInteger("plans.rows", 100_000);

    /** What a page and what belongs to it may take; a call's, a run's or a municipality's all are less than that. */
    private static final int MOST = 3_000;

    private static final String ALL_SEEING = "the Directorate";
    private static final String ANYBODY = "anybody";
    private static final String TOGETHER = "scheme, year, ";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A database that nobody else is slowed down by, whose statements are explained. */
    public static final class OwnDatabase implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(
                    RealInfrastructure.class,
                    Map.of(
                            RealInfrastructure.DATABASE,
                            "plans",
                            RealInfrastructure.EXPLAINED,
                            "true",
                            RealInfrastructure.AFRESH,
                            "municipality,indicator,report")));
        }
    }

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    private final Map<String, String> faults = new TreeMap<>();
    private final TreeSet<String> served = new TreeSet<>();
    private ExplainedSql explained;
    private final Set<String> big = new HashSet<>();
    private int asks;

    @Test
    void noListAndNoBackgroundWorkReadsATableThrough() throws Exception {
        aYearOfLillehammerAndGjovik();
        var begun = System.nanoTime();
        fill();
        System.out.printf("Filled in %.1f s%n", (System.nanoTime() - begun) / 1e9);
        explained = new ExplainedSql(superuser);
        var callers = callers();
        var document = JSON.readTree(
                given().queryParam("format", "json").get("/q/openapi").asString());
        var lists = new ArrayList<String>();
        document.path("paths").properties().forEach(path -> {
            var get = path.getValue().path("get");
            var parameters = parameters(document, get);
            if (parameters.containsKey("cursor") || parameters.containsKey("after")) {
                lists.add(get.path("operationId").asText());
                ask(get.path("operationId").asText(), path.getKey(), parameters, callers);
            }
        });
        ask("getOverview", "/v1/overview", Map.of(), callers);
        lookRound();
        System.out.printf("Asked %d times, after %.1f s%n", asks, (System.nanoTime() - begun) / 1e9);
        assertThat(served).as("lists that somebody has been served").containsAll(lists);
        assertThat(faults.values()).as(faults.size() + " statements").isEmpty();
    }

    /** Asks for the first page and the next, without a filter and with each of its filters. */
    private void ask(
            String operation,
            String path,
            Map<String, List<String>> parameters,
            Map<String, Supplier<RequestSpecification>> callers) {
        var asked = new LinkedHashMap<String, Map<String, Object>>();
        var needed = needed(operation);
        asked.put("", needed);
        parameters.forEach((name, values) -> values.forEach(value -> {
            var filtered = new HashMap<>(needed);
            filtered.put(name, value);
            asked.put(name + "=" + value, filtered);
            if (parameters.containsKey("schemeId") && parameters.containsKey("year")) {
                var ofYear = new HashMap<>(filtered);
                ofYear.putIfAbsent("schemeId", scheme);
                ofYear.putIfAbsent("year", "2025");
                asked.put(TOGETHER + name + "=" + value, ofYear);
            }
        }));
        var refused = new HashSet<String>();
        asked.forEach((filter, query) -> callers.forEach((who, caller) -> {
            // Who sees all is asked with two filters at once, and what anybody may read is the same for all.
            if (refused.contains(who)
                    || (filter.startsWith(TOGETHER) && !who.equals(ALL_SEEING))
                    || (who.equals(ANYBODY) && !filter.isEmpty())) {
                return;
            }
            explained.forget();
            asks++;
            var answer = caller.get().queryParams(query).get(path(path));
            if (answer.statusCode() == 401 || answer.statusCode() == 403) {
                refused.add(who);
            }
            if (answer.statusCode() == 200) {
                served.add(operation);
                next(answer)
                        .ifPresent(cursor -> caller.get()
                                .queryParams(query)
                                .queryParam("cursor", cursor)
                                .get(path(path))
                                .then()
                                .statusCode(200));
                judge(operation + "?" + filter + " for " + who);
            }
        }));
    }

    private static Optional<String> next(Response answer) {
        return answer.contentType().startsWith("application/json")
                ? Optional.ofNullable(answer.jsonPath().getString("next"))
                : Optional.empty();
    }

    /** Every method that a schedule calls, once. */
    private void lookRound() throws ReflectiveOperationException {
        for (var bean : Arc.container().beanManager().getBeans(Object.class, Any.Literal.INSTANCE)) {
            for (var method : bean.getBeanClass().getDeclaredMethods()) {
                if (method.isAnnotationPresent(Scheduled.class)
                        || method.isAnnotationPresent(Scheduled.Schedules.class)) {
                    explained.forget();
                    method.setAccessible(true);
                    method.invoke(
                            Arc.container().instance((InjectableBean<?>) bean).get());
                    judge(bean.getBeanClass().getSimpleName());
                    served.add(bean.getBeanClass().getSimpleName());
                }
            }
        }
        assertThat(served).contains("LapseAwards", "RemindOfAwards", "DeliverLetters", "SendNotices", "ForgetEvents");
    }

    private void judge(String what) {
        for (var one : explained.since()) {
            one.read().forEach((table, rows) -> {
                if (rows > MOST && big.contains(table)) {
                    faults.putIfAbsent(
                            table + " " + one.sql().strip(),
                            what + " reads " + rows + " rows of " + table + ": "
                                    + one.sql().strip() + "\n" + (Boolean.getBoolean("plans.show") ? one.plan() : ""));
                }
            });
        }
    }

    private Map<String, Supplier<RequestSpecification>> callers() {
        var callers = new LinkedHashMap<String, Supplier<RequestSpecification>>();
        callers.put(
                ALL_SEEING,
                once(world.asPerson("kari", "adviser", "decision-maker", "controller", "administrator", "ministry")));
        callers.put("a municipality", once(world.as(LILLEHAMMER)));
        callers.put("a county governor", once(world.asCountyGovernor("34")));
        callers.put(ANYBODY, () -> given());
        return callers;
    }

    /** One token for all that the caller asks. */
    private static Supplier<RequestSpecification> once(RequestSpecification signedIn) {
        return () -> given().spec(signedIn);
    }

    /** The parameters of a query, and what is tried for each: every word of a code, and an example of the rest. */
    private Map<String, List<String>> parameters(JsonNode document, JsonNode operation) {
        var found = new TreeMap<String, List<String>>();
        operation.path("parameters").forEach(one -> {
            var parameter =
                    one.has("$ref") ? document.at(one.path("$ref").asText().substring(1)) : one;
            if (parameter.path("in").asText().equals("query")) {
                found.put(parameter.path("name").asText(), values(document, parameter));
            }
        });
        return found;
    }

    private List<String> values(JsonNode document, JsonNode parameter) {
        var schema = parameter.path("schema");
        var words =
                (schema.has("$ref") ? document.at(schema.path("$ref").asText().substring(1)) : schema).path("enum");
        return words.isEmpty()
                ? examples(parameter.path("name").asText())
                : words.valueStream().map(JsonNode::asText).toList();
    }

    private List<String> examples(String name) {
        return switch (name) {
            case "schemeId" -> List.of(scheme);
            case "year", "fromYear" -> List.of("2025", "2015");
            case "callId" -> List.of(CALL);
            case "awardId" -> List.of("f0000000-0000-4000-8000-000000000fff");
            case "batchId" -> List.of(batch);
            case "municipality" -> List.of("3405", "5001");
            case "person" -> List.of("somebody-else");
            case "after" -> List.of("100000");
            case "allVersions" -> List.of("true");
            default -> List.of();
        };
    }

    private Map<String, Object> needed(String operation) {
        return switch (operation) {
            case "compareAllocationRuns", "getAllocationResult" -> Map.of("with", simulated);
            case "explainChanges" -> Map.of("from", simulated);
            default -> Map.of();
        };
    }

    /** A call of the newest year, in which a twentieth of a quarter of all have applied. */
    private static final String CALL = "c0000000-0000-4000-8000-" + String.format("%012x", 2025 * 10 + 1);

    private String path(String path) {
        return path.replace("/allocation-editions/{runId}", "/allocation-editions/" + adopted)
                .replace("/allocation-runs/{id}", "/allocation-runs/" + adopted)
                .replace("/applications/{id}", "/applications/" + submitted)
                .replace("/awards/{id}", "/awards/" + award)
                .replace("/calls/{id}", "/calls/" + CALL)
                .replace("/schemes/{id}", "/schemes/" + scheme);
    }

    private void fill() throws SQLException {
        var statements = text().replace("{rows}", Integer.toString(ROWS))
                .replace("{application}", submitted)
                .replace("{award}", award)
                .replace("{letter}", decisionLetter);
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            for (var sql : Arrays.asList(statements.split(";\n"))) {
                statement.execute(sql);
            }
            try (var tables = statement.executeQuery("select relname from pg_class where reltuples > " + MOST)) {
                while (tables.next()) {
                    big.add(tables.getString(1));
                }
            }
        }
    }

    private static String text() {
        try (var file = Objects.requireNonNull(PlansAtScaleIT.class.getResourceAsStream("/plans/many-awards.sql"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
