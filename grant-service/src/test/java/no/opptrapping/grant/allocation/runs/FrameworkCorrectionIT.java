package no.opptrapping.grant.allocation.runs;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.math.BigDecimal;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;

/** What was divided as framework grant by a wrong indicator, or a wrong sum, is corrected by another run. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FrameworkCorrectionIT extends AllocationStory {
    private static final Map<String, Object> WHY = text("Feil indikator for Lillevik.");

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    private String framework;

    @BeforeEach
    void somethingWasEarmarked() {
        adopt(simulated()).statusCode(201);
        framework = schemeWithMoney("framework");
    }

    @Test
    void aWrongIndicatorIsCorrectedAndBothEditionsStay() {
        var first = made(Map.of("rest", true), Map.of());
        adopt(first).statusCode(201);
        var before = allocations(first);
        assertThat(before.getInt("amount.sum()")).isEqualTo(APPROPRIATION);
        assertThat(before.getList("version", Integer.class)).containsOnly(1);
        figuresOfLillevik("50000");
        var second = made(Map.of("rest", true), correcting(first, "settle"));
        adopt(second).statusCode(201).body("corrects.reason.nb", equalTo("Feil indikator for Lillevik."));

        var after = allocations(second);
        assertThat(after.getInt("amount.sum()")).isEqualTo(APPROPRIATION);
        assertThat(after.getList("id")).isEqualTo(before.getList("id"));
        assertThat(after.getList("version", Integer.class)).containsOnly(2);
        assertThat(after.getInt("correction.change.sum()")).isZero();
        assertThat(of(small, after, "correction.change")).isPositive();
        assertThat(of(small, after, "correction.amountBefore")).isEqualTo(of(small, before, "amount"));
        assertThat(of(large, after, "correction.change")).isNegative();
        bothVersionsAreRead(first, second);
        theMoneyIsMoved();
        theMunicipalityIsTold(of(small, before, "amount"), of(small, after, "amount"));
        thePagesSayWhichIsTheNewest(first, second, of(small, after, "correction.change"));

        // What has been corrected is not corrected again: its correction is.
        post(adviser(), "/v1/allocation-runs", wanted(Map.of("rest", true), correcting(first, "settle")))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.corrected-run-newest"));
        adopt(made(Map.of("rest", true), correcting(second, "settle")))
                .statusCode(409)
                .body("type", endsWith("allocation.nothing-to-correct"));
        figuresOfLillevik("1000");
        var third = made(Map.of("rest", true), correcting(second, "settle"));
        adopt(third).statusCode(201);
        assertThat(allocations(third).getList("amount")).isEqualTo(before.getList("amount"));
        assertThat(allocations(third).getList("version", Integer.class)).containsOnly(3);
        balanced();
    }

    private void bothVersionsAreRead(String first, String second) {
        given().get("/v1/framework-allocations?year=2026&limit=500&allVersions=true&municipality=" + small.number())
                .then()
                .statusCode(200)
                .body("items.runId", contains(first, second))
                .body("items[0].correction", nullValue())
                .body("items[1].correction.corrects", equalTo(first))
                .body("items[1].correction.reason.nb", equalTo("Feil indikator for Lillevik."))
                .body("items[1].explanation", containsString(second));
        given().get("/v1/framework-allocations?year=2026&limit=1&allVersions=true&municipality=" + small.number())
                .then()
                .body("items.runId", contains(first));
        given().get("/v1/framework-allocations?year=2026&municipality=" + small.number())
                .then()
                .body("items.runId", contains(second));
        given().get("/v1/allocation-editions?schemeId=" + framework)
                .then()
                .body("items.runId", contains(second, first))
                .body("items[0].corrects", equalTo(first))
                .body("items[0].reason.nb", equalTo("Feil indikator for Lillevik."))
                .body("items[1].correctedBy", equalTo(second));
    }

    private void theMoneyIsMoved() {
        balanced();
        var entries = World.everyItem(
                () -> world.asPerson("kari", "controller"), "/v1/ledger/entries?year=2026&schemeId=" + framework);
        assertThat(entries.stream()
                        .filter(one -> one.get("kind").equals("framework-corrected"))
                        .toList())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("source").toString()).endsWith("/2"));
    }

    private void theMunicipalityIsTold(int before, int amount) {
        var told = world.as(small)
                .header("Accept-Language", "nb")
                .get("/v1/notices?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var text = told.<Map<String, Object>>getList("items").stream()
                .filter(one -> one.get("kind").equals("framework-corrected"))
                .map(Object::toString)
                .reduce("", String::concat);
        assertThat(text.replaceAll("[^0-9a-zA-Z. ]", ""))
                .contains("Feil indikator for Lillevik.", Integer.toString(before), Integer.toString(amount));
    }

    private void thePagesSayWhichIsTheNewest(String first, String second, int change) {
        var number = small.number();
        world.as(small)
                .accept("text/html")
                .get("/v1/allocation-runs/" + first + "/explanations/" + number)
                .then()
                .statusCode(200)
                .body(containsString("/v1/allocation-runs/" + second + "/explanations/" + number));
        world.as(small)
                .accept("text/html")
                .get("/v1/allocation-runs/" + second + "/explanations/" + number)
                .then()
                .statusCode(200)
                .body(containsString("Feil indikator for Lillevik."));
        given().get("/v1/allocation-runs/" + first + "/what-if?number=" + number)
                .then()
                .statusCode(200)
                .body("correctedBy", equalTo(second));
        given().get("/v1/allocation-runs/" + second + "/what-if?number=" + number)
                .then()
                .statusCode(200)
                .body("correctedBy", nullValue());
        given().get("/v1/allocation-runs/" + second + "/change/" + number + "?from=" + first)
                .then()
                .statusCode(200)
                .body("change.change", equalTo(change));
    }

    @Test
    void nothingIsGivenAboveTheAppropriationAndNothingIsClaimed() {
        var first = made(Map.of("amount", 8_000_000), Map.of());
        post(adviser(), "/v1/allocation-runs", wanted(Map.of("rest", true), correcting(first, "settle")))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.corrected-run-adopted"));
        adopt(first).statusCode(201);
        post(adviser(), "/v1/allocation-runs", wanted(Map.of("rest", true), correcting(first, "claim")))
                .statusCode(422)
                .body("errors.code", contains("allocation.framework-is-not-claimed"))
                .body("errors.pointer", contains("/correction/paidPart"));
        var other = new HashMap<>(wanted(Map.of("rest", true), correcting(first, "settle")));
        other.put("pots", List.of(pot(Map.of("rest", true), scheme, Map.of("fromSchemeId", framework))));
        other.put("structureDate", "2025-01-01");
        post(adviser(), "/v1/allocation-runs", other)
                .statusCode(422)
                .body("errors.code", hasItem("allocation.corrected-run-of-structure"))
                .body("errors.code", hasItem("allocation.corrected-run-of-recipients"));
        adopt(made(Map.of("amount", 10_500_000), correcting(first, "settle")))
                .statusCode(409)
                .body("type", endsWith("allocation.insufficient-funds"))
                .body("available", equalTo(2_000_000))
                .body("needed", equalTo(2_500_000));
        balanced();
        // What is left, and what has been given: both can be divided anew.
        var second = made(Map.of("rest", true), correcting(first, "settle"));
        adopt(second).statusCode(201);
        assertThat(allocations(second).getInt("amount.sum()")).isEqualTo(APPROPRIATION);
        var third = made(Map.of("amount", 6_000_000), correcting(second, "settle"));
        adopt(third).statusCode(201);
        assertThat(allocations(third).getInt("amount.sum()")).isEqualTo(6_000_000);
        balanced();
        // And never a second division beside it.
        adopt(made(Map.of("rest", true), Map.of()), Map.of("confirmRepeated", true))
                .statusCode(409)
                .body("type", endsWith("allocation.year-already-divided"));
    }

    @Test
    void ofManyWhoCorrectAtOnceOneWins() throws Exception {
        var first = made(Map.of("amount", 8_000_000), Map.of());
        adopt(first).statusCode(201);
        var correcting = IntStream.range(0, 4)
                .mapToObj(i -> made(Map.of("amount", 7_000_000 + i), correcting(first, "settle")))
                .toList();
        try (var people = Executors.newFixedThreadPool(8)) {
            var attempts = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> post(
                                    world.asPerson("leader-" + i, "decision-maker"),
                                    "/v1/allocation-runs/" + correcting.get(i % 4) + "/adoption",
                                    Map.of())
                            .extract()
                            .statusCode())
                    .toList();
            var statuses = new ArrayList<Integer>();
            for (var answer : people.invokeAll(attempts)) {
                statuses.add(answer.get());
            }
            assertThat(statuses).isSubsetOf(201, 409);
            assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        }
        balanced();
    }

    /** A merger between the division and its correction: who answers today is told, the allocation stays where it was. */
    @Test
    void aMunicipalityThatIsMergedMeanwhileIsToldThroughItsSuccessor() {
        var old = world.founded("Gamleby");
        publish();
        var first = made(Map.of("amount", 8_000_000), Map.of());
        adopt(first).statusCode(201);
        var merged = world.founded("Nyby");
        var day = LocalDate.of(2026, 7, 1);
        world.keep(new HeardMunicipality(
                old.id(),
                day,
                List.of(new HeardMunicipality.Version(old.number(), old.name(), LocalDate.of(1900, 1, 1), day)),
                List.of(new HeardMunicipality.Successor(merged.id(), day, BigDecimal.ONE, true)),
                List.of()));
        publish();
        world.itIs(Instant.parse("2026-08-01T08:00:00Z"));
        var second = made(Map.of("amount", 7_000_000), correcting(first, "settle"));
        adopt(second).statusCode(201);
        var allocations = allocations(second);
        assertThat(allocations.getInt("amount.sum()")).isEqualTo(7_000_000);
        assertThat(of(old, allocations, "correction.change")).isNegative();
        world.as(merged).get("/v1/notices?limit=500").then().body("items.kind", hasItem("framework-corrected"));
        balanced();
    }

    @Test
    void noVersionStandsWithoutItsCorrectionAndItsPosting() throws SQLException {
        var first = made(Map.of("amount", 8_000_000), Map.of());
        adopt(first).statusCode(201);
        refusesVersion(2, "amount", "framework_allocation_corrected_by_its_run");
        refusesVersion(2, "amount + 1", "framework_allocation_stands_in_the_ledger");
        refusesVersion(3, "amount", "framework_allocation_follows");
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute("set role grants_app");
            assertThatThrownBy(() -> statement.execute("update framework_allocation set amount = amount + 1"))
                    .hasMessageContaining("permission denied");
        }
    }

    /** Copies one allocation of the scheme as its own next version, by the application's role. */
    private void refusesVersion(int version, String amount, String constraint) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute("set role grants_app");
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> {
                        statement.execute("""
                                insert into framework_allocation select (jsonb_populate_record(f, to_jsonb(f)
                                    || jsonb_build_object('version', %d, 'amount', %s, 'framework', %s - net,
                                        'corrects', run_id, 'amount_before', amount, 'reason_nb', 'x', 'reason_nn', 'x',
                                        'reason_en', 'x'))).*
                                from framework_allocation f where scheme_id = '%s' and amount > 0 limit 1
                                """.formatted(version, amount, amount, framework));
                        connection.commit();
                    })
                    .hasMessageContaining("ramework allocation")
                    .satisfies(refusal -> assertThat(constraint(refusal)).isEqualTo(constraint));
        }
    }

    private static String constraint(Throwable refusal) {
        return ((PSQLException) refusal).getServerErrorMessage().getConstraint();
    }

    private String made(Map<String, Object> budget, Map<String, Object> purpose) {
        return post(adviser(), "/v1/allocation-runs", wanted(budget, purpose))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Map<String, Object> wanted(Map<String, Object> budget, Map<String, Object> purpose) {
        var run = new HashMap<>(run(framework, 2026, Map.of()));
        run.put("unit", 1);
        run.put("pots", List.of(pot(budget, scheme, Map.of())));
        run.putAll(purpose);
        return run;
    }

    private static Map<String, Object> pot(Map<String, Object> budget, String from, Map<String, Object> but) {
        var model = new HashMap<String, Object>(Map.of(
                "kind",
                "incorporation",
                "fromSchemeId",
                from,
                "fromYear",
                2025,
                "weights",
                List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                "guarantee",
                Map.of("variant", "state", "threshold", "5")));
        model.putAll(but);
        return Map.of("name", "alt", "budget", budget, "model", model);
    }

    private static Map<String, Object> correcting(String run, String paidPart) {
        return Map.of("correction", Map.of("runId", run, "reason", WHY, "paidPart", paidPart));
    }

    /** The newest versions of what the run gave, by municipality number. */
    private JsonPath allocations(String run) {
        var items = World.everyItem(() -> given(), "/v1/framework-allocations?year=2026").stream()
                .filter(one -> one.get("runId").equals(run))
                .toList();
        assertThat(items).isNotEmpty();
        try {
            return JsonPath.from(new ObjectMapper().writeValueAsString(items));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static int of(World.Resident municipality, JsonPath allocations, String figure) {
        return allocations.getInt("find { it.number == '" + municipality.number() + "' }." + figure);
    }

    /** A new version of the indicator, in which only one municipality's figure is another. */
    private void figuresOfLillevik(String value) {
        var values = municipalities.validOn(STRUCTURE).stream()
                .map(one -> new HeardIndicator.Value(
                        one.number(),
                        one.number().equals(large.number())
                                ? "90000"
                                : one.number().equals(small.number()) ? value : "1000"))
                .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(new HeardIndicator(
                        "population-18-66",
                        HeardIndicator.Kind.QUANTITY,
                        Year.of(2025),
                        LocalDate.of(2025, 1, 1),
                        VERSIONS.incrementAndGet(),
                        "persons",
                        "Invented for a test",
                        values,
                        Optional.empty())));
    }

    private void balanced() {
        world.asPerson("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + framework)
                .then()
                .statusCode(200)
                .body("balanced", equalTo(true));
    }
}
