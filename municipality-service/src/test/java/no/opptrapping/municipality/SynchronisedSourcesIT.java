package no.opptrapping.municipality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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
import org.junit.jupiter.api.Test;

/** What the other sources say is proposed and adopted; the year 2027 disturbs no other test. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class SynchronisedSourcesIT {
    private static final List<String> SOURCE_CODES = List.of(
            "municipalities", "counties", "kostra-groups", "population", "organisation-numbers", "official-names");
    private static final OfficialSources SOURCES = new OfficialSources();

    @Inject
    SimulatedClock clock;

    @Inject
    Scheduler scheduler;

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
    void standInTheSpringOf2027() {
        clock.resetTo(Instant.parse("2027-03-01T08:00:00Z"));
        SOURCES.reset();
    }

    @Test
    void takesUpTheNewYearsPopulationAndTellsTheWorld() {
        var numbers = SyncCalls.municipalities().keySet();
        SourceAnswers.population(SOURCES, 2027, numbers, 10);

        var found = proposal("population");
        assertThat(found.getInt("counts.new")).isEqualTo(4 * numbers.size());
        adopt(found);

        SyncCalls.anonymous()
                .queryParam("year", 2027)
                .get("/v1/indicators/population-67-plus/values")
                .then()
                .statusCode(200)
                .body("items", hasSize(numbers.size()))
                .body("items.find { it.number == '0301' }.value", is("390"))
                .body("items.find { it.number == '0301' }.status", is("final"));
        Poll.until(
                "the population of 2027",
                () -> SyncCalls.newestOf(broker, "indicator.v1", "population/2027/2027-01-01/1")
                        .isPresent());
        assertThat(sync("population").getString("status")).isEqualTo("nothing-new");

        SourceAnswers.population(SOURCES, 2027, numbers, 11);
        var revised = proposal("population");
        assertThat(revised.getInt("counts.changed")).isEqualTo(4 * numbers.size());
        adopt(revised);
        Poll.until(
                "the second version",
                () -> SyncCalls.newestOf(broker, "indicator.v1", "population/2027/2027-01-01/2")
                        .isPresent());
    }

    @Test
    void comparesTheKostraGroupsEditionByEdition() {
        var registered = SyncCalls.anonymous()
                .queryParam("year", 2020)
                .queryParam("structureDate", "2027-01-01")
                .get("/v1/indicators/kostra-group/values")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var groups = new TreeMap<String, String>();
        List<Map<String, String>> items = registered.getList("items");
        items.stream()
                .filter(item -> item.get("value") != null)
                .forEach(item ->
                        groups.put(item.get("number"), "EKG%02d".formatted(Integer.parseInt(item.get("value")))));
        SourceAnswers.kostraGroups(SOURCES, "2027-01-01", groups, 2008, 2013, 2020, 2030);
        assertThat(sync("kostra-groups").getString("status")).isEqualTo("nothing-new");

        groups.put("1508", "EKG12");
        SourceAnswers.kostraGroups(SOURCES, "2027-01-01", groups, 2008, 2013, 2020, 2030);
        var found = proposal("kostra-groups");
        assertThat(found.getList("differences.after.flatten().number", String.class))
                .containsExactly("1508");
        assertThat(found.getList("differences.edition", Integer.class)).containsExactly(2020);
        adopt(found);

        SyncCalls.anonymous()
                .queryParam("year", 2020)
                .queryParam("structureDate", "2027-01-01")
                .get("/v1/indicators/kostra-group/values")
                .then()
                .statusCode(200)
                .body("items.find { it.number == '1508' }.value", is("12"))
                .body(
                        "items.find { it.number == '1506' }.value",
                        is(registered.getString("items.find { it.number == '1506' }.value")));
        assertThat(sync("kostra-groups").getString("status")).isEqualTo("nothing-new");
    }

    @Test
    void changesWhatItSaysItChangesAlsoWhereAPersonHadUploadedAndInTheNameOfWhoAdopts() throws SQLException {
        var numbers = SyncCalls.municipalities().keySet();
        SourceAnswers.population(SOURCES, 2027, numbers, 12);
        adopt(proposal("population"));
        var uploaded = SyncCalls.anonymous()
                .accept("text/csv")
                .queryParam("year", 2027)
                .get("/v1/indicators/population/values")
                .asString()
                .replaceFirst("(?m)^0301,.*$", "0301,Oslo,1,final");
        SyncCalls.as(issuer, "adviser")
                .contentType("text/csv")
                .queryParam("year", 2027)
                .body(uploaded.getBytes(StandardCharsets.UTF_8))
                .post("/v1/indicators/population/values")
                .then()
                .statusCode(201);

        var found = proposal("population");
        assertThat(found.getList("differences.after.flatten().number", String.class))
                .containsExactly("0301");
        adopt(found);

        var oslo = found.getString("differences[0].after[0].value");
        var values = SyncCalls.anonymous()
                .queryParam("year", 2027)
                .get("/v1/indicators/population/values")
                .then()
                .statusCode(200)
                .body("items.find { it.number == '0301' }.value", is(oslo))
                .extract()
                .jsonPath();
        SyncCalls.anonymous()
                .queryParam("year", 2027)
                .get("/v1/indicators/population/versions")
                .then()
                .body("items[0].origin", is("adopted"))
                .body("items[1].origin", is("uploaded"));
        assertThat(publishedBy("population", 2027, values.getInt("version"))).isEqualTo("kari");
        assertThat(sync("population").getString("status")).isEqualTo("nothing-new");
    }

    private String publishedBy(String indicator, int year, int version) throws SQLException {
        try (var connection = database.getConnection();
                var query = connection.prepareStatement("select published_by from observation_set"
                        + " where indicator = ? and year = ? and version = ? and source_version is null")) {
            query.setString(1, indicator);
            query.setInt(2, year);
            query.setInt(3, version);
            try (var rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    @Test
    void takesUpAnOrganisationNumberThatIsNewAndOneThatIsGone() {
        var entities = new LinkedHashMap<String, String[]>();
        SyncCalls.municipalities().forEach((number, municipality) -> {
            var organisation = number.equals("1580") ? "932097400" : municipality[1];
            if (organisation != null && !number.equals("1144")) {
                entities.put(number, new String[] {organisation, municipality[0].toUpperCase(Locale.ROOT)});
            }
        });
        SourceAnswers.entities(SOURCES, entities);
        SourceAnswers.gone(SOURCES, SyncCalls.municipalities().get("1144")[1]);

        var found = proposal("organisation-numbers");
        assertThat(found.getList("differences.after.flatten().number", String.class))
                .contains("1580");
        assertThat(found.getList("differences.findAll { it.effect == 'ceased' }.before.flatten().number", String.class))
                .containsExactly("1144");
        adopt(found);

        SyncCalls.anonymous()
                .get("/v1/municipalities/by-organisation-number/932097400")
                .then()
                .statusCode(200)
                .body("number", is("1580"));
        SyncCalls.anonymous()
                .get("/v1/municipalities/1144")
                .then()
                .statusCode(200)
                .body("organisationNumber", nullValue());
        assertThat(sync("organisation-numbers").getString("status")).isEqualTo("nothing-new");
    }

    @Test
    void takesUpSamiAndKvenNamesAndTheSamiArea() {
        SyncCalls.anonymous()
                .get("/v1/municipalities/5540/official-names")
                .then()
                .statusCode(404)
                .body("type", is("https://opptrapping.no/problems/sync.no-names"));
        SourceAnswers.names(SOURCES, SyncCalls.municipalities());

        var found = proposal("official-names");
        assertThat(found.getList("differences.kind", String.class)).contains("names-new", "sami-area-changed");
        adopt(found);

        SyncCalls.anonymous()
                .get("/v1/municipalities/5540/official-names")
                .then()
                .statusCode(200)
                .body("names.name", contains("Gáivuotna", "Kåfjord", "Kaivuono"))
                .body("names.language", contains("Northern Sami", "Norwegian", "Kven Finnish"))
                .body("samiArea", is(true));
        assertThat(sync("official-names").getString("status")).isEqualTo("nothing-new");
        var kafjord = SyncCalls.anonymous()
                .queryParam("name", "kaivu")
                .get("/v1/municipalities")
                .then()
                .statusCode(200)
                .body("items.number", contains("5540"))
                .extract()
                .jsonPath()
                .getString("items[0].municipalityId");
        Poll.until(
                "the news of the names",
                () -> SyncCalls.newestOf(broker, "municipality.v1", kafjord)
                        .filter(event ->
                                event.at("/officialNames/0/name").asText().equals("Gáivuotna")
                                        && event.at("/officialNames/0/language")
                                                .asText()
                                                .equals("Northern Sami")
                                        && event.at("/samiArea").asBoolean())
                        .isPresent());
    }

    @Test
    void estimatesThePartsOfASplitByThePeopleWhoLiveThere() {
        var day = "2027-01-01";
        SOURCES.changes(
                "\"estimated\"",
                SOURCES.row("1868", "Øksnes", "1869", "Øksnes", day),
                SOURCES.row("1868", "Øksnes", "1872", "Myre", day));
        var numbers = new TreeSet<>(SyncCalls.numbers("2026-12-31"));
        numbers.remove("1868");
        numbers.addAll(List.of("1869", "1872"));
        SOURCES.codes(day, numbers);
        SourceAnswers.population(SOURCES, 2027, Map.of("1869", 3, "1872", 1));

        var split = proposal("municipalities").getMap("differences.find { it.kind == 'split' }");

        assertThat(split.get("after"))
                .asString()
                .contains("value=0.7500000000", "value=0.2500000000", "method=estimated", "year=2027");
    }

    @Test
    void asksEverySourceByItselfAtTheTimesOfTheSchedule() {
        clock.resetTo(Instant.parse("2027-03-02T08:00:00Z"));
        scheduler.resume();
        try {
            Poll.until("a run of every source", () -> runsOf("2027-03-02").containsAll(SOURCE_CODES));
        } finally {
            scheduler.pause();
        }
        // The clock stands still, so that no run is the newest: a round has ended when all sources have had as many.
        Poll.until("the end of the round", () -> {
            var sources = runsOf("2027-03-02");
            return SOURCE_CODES.stream()
                                    .mapToInt(source -> Collections.frequency(sources, source))
                                    .distinct()
                                    .count()
                            == 1
                    && runs().getList("items.findAll { it.status == 'running' }")
                            .isEmpty();
        });
    }

    private List<String> runsOf(String day) {
        return runs().getList("items.findAll { it.startedAt.startsWith('" + day + "') }.source");
    }

    private JsonPath runs() {
        return SyncCalls.as(issuer, "administrator")
                .queryParam("limit", 50)
                .get("/v1/sync-runs")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void takesUpACountysNewName() {
        List<Map<String, Object>> counties =
                SyncCalls.anonymous().get("/v1/counties").jsonPath().getList("items");
        SourceAnswers.counties(SOURCES, counties, "39", "Vestfold - Västfold");

        var found = proposal("counties");
        assertThat(found.getList("differences.kind", String.class)).containsExactly("county-renamed");
        adopt(found);

        SyncCalls.anonymous().get("/v1/counties").then().body("items.name", hasItem("Vestfold - Västfold"));
        assertThat(sync("counties").getString("status")).isEqualTo("nothing-new");
    }

    private JsonPath proposal(String source) {
        var run = sync(source);
        assertThat(run.getString("status")).as(run.prettify()).isEqualTo("proposed");
        return SyncCalls.as(issuer, "administrator")
                .get("/v1/sync-proposals/" + run.getString("proposalId"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private JsonPath sync(String source) {
        return SyncCalls.as(issuer, "administrator")
                .body(Map.of("source", source))
                .post("/v1/sync-runs")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private void adopt(JsonPath proposal) {
        SyncCalls.as(issuer, "administrator")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of())
                .post("/v1/sync-proposals/" + proposal.getString("id") + "/adoption")
                .then()
                .statusCode(201)
                .body("status", is("adopted"));
    }
}
