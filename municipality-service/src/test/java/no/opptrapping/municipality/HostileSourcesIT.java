package no.opptrapping.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are down, broken or hostile: the register stays as it is, and the run says what happened. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class HostileSourcesIT {
    private static final OfficialSources SOURCES = new OfficialSources();

    @Inject
    SimulatedClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

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
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "municipalities",
                "counties",
                "kostra-groups",
                "population",
                "organisation-numbers",
                "official-names"
            })
    void leavesTheRegisterUntouchedAndSaysWhatHappened(String source) {
        var before = state();
        var told = new ArrayList<String>();
        answers()
                .forEach((reason, answers) -> answers.forEach(answer -> {
                    SOURCES.reset();
                    SOURCES.stub(any(urlPathMatching("/.*")).willReturn(answer));
                    var run = sync(source);
                    told.add(reason + " = " + run.getString("reason.code"));
                    assertThat(run.getString("status")).isEqualTo("failed");
                    assertThat(run.getString("reason.text.nb")).endsWith("Ingenting er endret.");
                    assertThat(run.getString("proposalId")).isNull();
                }));

        assertThat(told).allMatch(line -> line.split(" = ", -1)[0].equals(line.split(" = ", -1)[1]));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void givesUpOnASourceThatDripsAndLeavesItInPeaceWhenItHasFailedOften() {
        var before = state();
        SOURCES.reset();
        SOURCES.stub(any(urlPathMatching("/.*"))
                .willReturn(json("{\"codeChanges\":[" + " ".repeat(1000) + "]}").withChunkedDribbleDelay(20, 60_000)));
        assertThat(sync("municipalities").getString("reason.code")).isEqualTo("too-slow");

        SOURCES.reset();
        SOURCES.stub(any(urlPathMatching("/.*")).willReturn(aResponse().withStatus(503)));
        for (var i = 0; i < 3; i++) {
            assertThat(sync("municipalities").getString("status")).isEqualTo("failed");
        }
        assertThat(sync("municipalities").getString("reason.code")).isEqualTo("left-in-peace");

        SOURCES.reset();
        assertThat(state()).isEqualTo(before);
    }

    private static Map<String, List<ResponseDefinitionBuilder>> answers() {
        var deep = "[".repeat(2000) + "]".repeat(2000);
        var answers = new LinkedHashMap<String, List<ResponseDefinitionBuilder>>();
        answers.put(
                "unreachable",
                List.of(
                        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
                        aResponse().withFault(Fault.EMPTY_RESPONSE),
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)));
        answers.put("out-of-order", List.of(aResponse().withStatus(503)));
        answers.put(
                "refused",
                List.of(
                        aResponse().withStatus(403),
                        aResponse().withStatus(400),
                        aResponse().withStatus(404),
                        aResponse().withStatus(302).withHeader("Location", "http://169.254.169.254/")));
        answers.put("too-many-questions", List.of(aResponse().withStatus(429)));
        answers.put(
                "not-json",
                List.of(
                        json("<html><script>alert(1)</script></html>").withHeader("Content-Type", "text/html"),
                        json("<codes/>").withHeader("Content-Type", "application/xml"),
                        aResponse().withStatus(200)));
        answers.put(
                "badly-encoded",
                List.of(
                        json("").withBody("{\"name\":\"Ålesund\"}".getBytes(ISO_8859_1)),
                        json("{}").withHeader("Content-Encoding", "br"),
                        json("{\"name\":\"\u0000\"}")));
        answers.put(
                "malformed",
                List.of(
                        json(""),
                        json("{\"codes\":[{\"code\":\"03"),
                        json(deep),
                        json("{\"codes\":[],\"codes\":[]}"),
                        json("{} {}")));
        answers.put(
                "unexpected-content",
                List.of(json("{}"), json("[]"), json("null").withBody("\"text\""), json("[{\"kommuner\":[{}]}]")));
        return answers;
    }

    @Test
    void readsNoMoreOfAnAnswerThanATrueOneCanHave() {
        var before = state();
        SOURCES.reset();
        var enormous = ("{\"codeChanges\":[" + " ".repeat(5_000_000) + "]}").getBytes(UTF_8);
        SOURCES.stub(any(urlPathMatching("/.*"))
                .willReturn(aResponse()
                        .withHeader("Content-Type", "application/json")
                        .withBody(enormous)));

        assertThat(sync("municipalities").getString("reason.code")).isEqualTo("too-large");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void waitsAsLongAsABusySourceWantsAndAsksAgain() {
        SOURCES.reset();
        SOURCES.stub(any(urlPathMatching("/klass/.*"))
                .inScenario("busy")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "1"))
                .willSetStateTo("rested"));
        SOURCES.stub(any(urlPathMatching("/klass/.*"))
                .inScenario("busy")
                .whenScenarioStateIs("rested")
                .willReturn(json("{\"codeChanges\":[]}")));
        var begun = System.nanoTime();

        assertThat(sync("municipalities").getString("status")).isEqualTo("nothing-new");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        SOURCES.verify(2, anyRequestedFor(urlPathMatching("/klass/.*")));
    }

    @Test
    void doesNotPesterASourceThatWantsALongerPauseThanAnybodyWaits() {
        SOURCES.reset();
        SOURCES.stub(any(urlPathMatching("/klass/.*"))
                .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "3600")));

        assertThat(sync("municipalities").getString("reason.code")).isEqualTo("too-many-questions");
        SOURCES.verify(1, anyRequestedFor(urlPathMatching("/klass/.*")));
    }

    private static ResponseDefinitionBuilder json(String body) {
        return aResponse().withHeader("Content-Type", "application/json").withBody(body.getBytes(UTF_8));
    }

    private JsonPath sync(String source) {
        return SyncCalls.as(issuer, "administrator")
                .body(Map.of("source", source))
                .post("/v1/sync-runs")
                .then()
                .statusCode(201)
                .body("source", is(source))
                .extract()
                .jsonPath();
    }

    /** Everything that a synchronisation could change. */
    private List<Long> state() {
        var counts = new ArrayList<Long>();
        for (var query : List.of(
                "select revision from register_state",
                "select count(*) from observation_set",
                "select coalesce(sum(version), 0) from official_names",
                "select count(*) from sync_answer",
                "select count(*) from sync_proposal")) {
            try (var connection = database.getConnection();
                    var rows = connection.createStatement().executeQuery(query)) {
                rows.next();
                counts.add(rows.getLong(1));
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
        return counts;
    }
}
