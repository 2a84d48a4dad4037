package no.opptrapping.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The register learns of a reform from Statistics Norway, and a person adopts it; days far ahead disturb no other test. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SynchronisationIT {
    private static final OfficialSources SOURCES = new OfficialSources();
    private static final String DAY = "2028-01-01";

    @Inject
    SimulatedClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @BeforeAll
    static void startTheSources() {
        SOURCES.start();
    }

    @AfterAll
    static void stopTheSources() {
        SOURCES.stop();
    }

    @BeforeEach
    void standInTheSummerOf2026() {
        clock.resetTo(Instant.parse("2026-06-01T08:00:00Z"));
        SOURCES.reset();
    }

    @Test
    @Order(1)
    void isForAdministratorsOnly() {
        SyncCalls.anonymous()
                .body(Map.of("source", "municipalities"))
                .post("/v1/sync-runs")
                .then()
                .statusCode(401);
        calls("adviser")
                .body(Map.of("source", "municipalities"))
                .post("/v1/sync-runs")
                .then()
                .statusCode(403);
        calls("administrator")
                .body(Map.of("source", "stars"))
                .post("/v1/sync-runs")
                .then()
                .statusCode(422)
                .body("errors.pointer", contains("/source"));
    }

    @Test
    @Order(2)
    void saysThatASourceIsDownAndChangesNothing() {
        var before = revision();
        SOURCES.stub(get(urlPathEqualTo("/klass/classifications/131/changes"))
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        var run = sync("municipalities")
                .body("status", is("failed"))
                .body("reason.code", is("unreachable"))
                .body("reason.text.nn", containsString("Ingenting er endra"))
                .body("proposalId", nullValue())
                .extract()
                .jsonPath()
                .getString("id");

        calls("administrator")
                .get("/v1/sync-runs/" + run)
                .then()
                .statusCode(200)
                .body("status", is("failed"));
        SOURCES.verify(
                3,
                getRequestedFor(urlPathEqualTo("/klass/classifications/131/changes"))
                        .withHeader("Accept", containing("application/json"))
                        .withQueryParam("from", equalTo("2024-01-01"))
                        .withQueryParam("to", equalTo("2029-01-01")));
        assertThat(revision()).isEqualTo(before);
    }

    @Test
    @Order(3)
    void proposesAReformThatAPersonAdoptsAndTellsTheWorld() {
        reform();
        var proposal = sync("municipalities")
                .body("status", is("proposed"))
                .body("notices", hasSize(0))
                .extract()
                .jsonPath()
                .getString("proposalId");
        var path = "/v1/sync-proposals/" + proposal;
        calls("administrator")
                .get(path)
                .then()
                .statusCode(200)
                .body("status", is("open"))
                .body("counts.changed", is(4))
                .body("differences.kind", containsInAnyOrder("merger", "split", "renumbering", "renaming"))
                .body("differences.find { it.kind == 'split' }.after.number", contains("1842", "1843"));
        assertThat(sync("municipalities").extract().jsonPath().getString("proposalId"))
                .isEqualTo(proposal);

        adopt(path, UUID.randomUUID(), Map.of())
                .statusCode(422)
                .body("errors.code", contains("sync.duty-bearer-missing"))
                .body("errors.pointer", contains("/splits"));
        adopt(path, UUID.randomUUID(), SyncCalls.decision(DAY, "0301"))
                .statusCode(422)
                .body("errors.code", contains("sync.duty-bearer-no-successor"));
        var key = UUID.randomUUID();
        adopt(path, key, SyncCalls.decision(DAY, "1843")).statusCode(201).body("status", is("adopted"));
        adopt(path, key, SyncCalls.decision(DAY, "1843")).statusCode(201).header("Idempotency-Replayed", "true");
        adopt(path, UUID.randomUUID(), SyncCalls.decision(DAY, "1843"))
                .statusCode(409)
                .body("type", is("https://opptrapping.no/problems/sync.already-adopted"));

        for (var indicator : List.of("population", "need-index", "health-region")) {
            SyncCalls.anonymous()
                    .queryParam("year", indicator.equals("health-region") ? 2024 : 2026)
                    .queryParam("structureDate", DAY)
                    .get("/v1/indicators/" + indicator + "/versions")
                    .then()
                    .statusCode(200)
                    .body("items.origin", contains("converted"))
                    .body("items[0].converted.method", notNullValue());
        }
        Poll.until(
                "the figures of the new structure",
                () -> SyncCalls.newestOf(broker, "indicator.v1", "population/2026/2028-01-01/1")
                        .filter(event ->
                                event.at("/converted/structureDate").asText().equals("2026-01-01")
                                        && event.get("values")
                                                .findValuesAsText("number")
                                                .containsAll(List.of("1842", "1843")))
                        .isPresent());

        SyncCalls.anonymous()
                .queryParam("date", DAY)
                .get("/v1/municipalities/1838")
                .then()
                .statusCode(404)
                .body("successors.number", contains("1842", "1843"));
        var changes = SyncCalls.anonymous()
                .queryParam("from", DAY)
                .queryParam("to", "2028-01-02")
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items.kind", contains("merger", "renaming", "renumbering", "split"))
                .body("items[3].after.share", contains("0.2500000000", "0.7500000000"))
                .body("items[3].after.method", contains("known", "known"))
                .body("items[3].after.dutyBearer", contains(false, true))
                .body("items[3].dutyBearerReason.en", containsString("Named"))
                .extract()
                .jsonPath();
        var split = changes.getString("items[3].before[0].municipalityId");
        Poll.until(
                "the news of the split",
                () -> SyncCalls.newestOf(broker, "municipality.v1", split)
                        .filter(event -> event.at("/ceasedOn").asText().equals(DAY)
                                && event.get("successors").size() == 2)
                        .isPresent());
    }

    @Test
    @Order(4)
    void asksOnlyForWhatIsNewerAndFindsNothingNew() {
        reform();
        sync("municipalities").body("status", is("nothing-new")).body("proposalId", nullValue());
        SOURCES.stub(get(urlPathEqualTo("/klass/classifications/131/changes"))
                .withHeader("If-None-Match", equalTo("\"reform\""))
                .willReturn(aResponse().withStatus(304)));

        sync("municipalities").body("status", is("nothing-new"));

        SOURCES.verify(
                2,
                getRequestedFor(urlPathEqualTo("/klass/classifications/131/changes"))
                        .withHeader("If-None-Match", equalTo("\"reform\"")));
    }

    @Test
    @Order(5)
    void refusesAProposalOnARegisterThatHasChangedSince() throws SQLException {
        SOURCES.changes("\"later\"", SOURCES.row("1111", "Sokndal", "1111", "Sokndal - Sokna", DAY));
        SOURCES.codes(DAY, SyncCalls.numbers(DAY));
        var proposal = sync("municipalities")
                .body("proposalId", notNullValue())
                .extract()
                .jsonPath()
                .getString("proposalId");
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("update register_state set revision = revision + 1");
        }

        adopt("/v1/sync-proposals/" + proposal, UUID.randomUUID(), Map.of())
                .statusCode(409)
                .body("type", is("https://opptrapping.no/problems/sync.outdated"));
        sync("municipalities").body("status", is("proposed"));
        adopt("/v1/sync-proposals/" + proposal, UUID.randomUUID(), Map.of())
                .statusCode(409)
                .body("type", is("https://opptrapping.no/problems/sync.superseded"));
        calls("administrator")
                .queryParam("status", "superseded")
                .get("/v1/sync-proposals")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(proposal));
    }

    private void reform() {
        SOURCES.changes(
                "\"reform\"",
                SOURCES.row("1859", "Flakstad", "1860", "Vestvågøy", DAY),
                SOURCES.row("1838", "Gildeskål", "1842", "Gildeskål", DAY),
                SOURCES.row("1838", "Gildeskål", "1843", "Inndyr", DAY),
                SOURCES.row("1151", "Utsira", "1152", "Utsira", DAY),
                SOURCES.row("1112", "Lund", "1112", "Lund - Moi", DAY),
                SOURCES.row("9999", "Uoppgitt", "9999", "Ukjent", DAY));
        var numbers = new TreeSet<>(SyncCalls.numbers("2027-12-31"));
        numbers.removeAll(List.of("1859", "1838", "1151"));
        numbers.addAll(List.of("1842", "1843", "1152"));
        SOURCES.codes(DAY, numbers);
    }

    private RequestSpecification calls(String role) {
        return SyncCalls.as(issuer, role);
    }

    private ValidatableResponse sync(String source) {
        return calls("administrator")
                .body(Map.of("source", source))
                .post("/v1/sync-runs")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse adopt(String path, UUID key, Object body) {
        return calls("administrator")
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path + "/adoption")
                .then();
    }

    private long revision() {
        try (var connection = database.getConnection();
                var rows = connection.createStatement().executeQuery("select revision from register_state")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
