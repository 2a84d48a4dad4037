package no.opptrapping.municipality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.KeptNames;
import no.opptrapping.platform.testing.AccessCallers;
import no.opptrapping.platform.testing.AccessProbe;
import no.opptrapping.platform.testing.AccessProbe.Thing;
import no.opptrapping.platform.testing.AccessTable;
import no.opptrapping.platform.testing.DeadLetterExample;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every kind of caller gets of every operation with an id what <code>access.csv</code> declares. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class AccessTableIT {
    private static final OfficialSources SOURCES = new OfficialSources();
    private static final String LILLEHAMMER = "945578564";
    private static final String GJOVIK = "940155223";
    private static final String BODO = "972418013";
    private static final String HAMAR = "970540008";
    private static final String RINGSAKER = "864950582";
    private static final String DIRECTORATE = "983544622";
    private static final String DAY_OF_THE_SPLIT = "2029-07-01";

    @Inject
    SimulatedClock clock;

    @Inject
    DataSource database;

    @Inject
    KeptNames keptNames;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    private String letter;
    private String run;
    private String proposal;
    private String indicator;

    @BeforeAll
    static void startTheSources() {
        SOURCES.start();
    }

    @AfterAll
    static void stopTheSources() {
        SOURCES.stop();
    }

    @Test
    void everyKindOfCallerGetsWhatTheTableDeclares() {
        clock.resetTo(Instant.parse("2027-06-01T08:00:00Z"));
        hamarMayActForLillehammer();
        theNamesOfKarasjokAreAdopted();
        aSplitIsProposed();
        indicator = "of-access-" + UUID.randomUUID().toString().substring(0, 8);
        done(administrator().body(definition()).post("/v1/indicators"));
        DeadLetterExample.in(database, 4712);
        letter = done(administrator().get("/v1/dead-letters")).path("items[0].id");
        var callers = AccessCallers.of(
                issuer,
                new AccessCallers.Parties(
                        LILLEHAMMER, "3405", GJOVIK, BODO, HAMAR, RINGSAKER, "34", "18", DIRECTORATE));
        var document = given().queryParam("format", "json").get("/q/openapi").asString();

        assertThat(AccessProbe.of(document, AccessTable.read(Path.of("access.csv")), callers, this::thing)
                        .differences())
                .isEmpty();
    }

    private Thing thing(String operation, String of) {
        return switch (operation) {
            case "getDeadLetter", "retryDeadLetter" -> Thing.named("id", letter);
            case "getSyncRun" -> Thing.named("id", run);
            case "getSyncProposal", "adoptSyncProposal" -> Thing.named("id", proposal);
            case "getCounty" -> Thing.named("number", "34");
            case "getIndicator", "listIndicatorVersions", "getIndicatorValues" -> Thing.named("code", "population");
            case "changeIndicator" -> Thing.named("code", indicator).with(definition());
            case "uploadIndicatorValues", "withdrawIndicatorValues" -> Thing.named("code", indicator);
            case "getMunicipalityByIdentity" -> Thing.named("municipalityId", identity());
            case "findMunicipalityByOrganisationNumber" -> Thing.named("organisationNumber", LILLEHAMMER);
            case "getOfficialNames" -> Thing.named("number", "5610");
            case "getTable" -> Thing.named("table", "population-class");
            default -> Thing.named("number", "3405");
        };
    }

    private Map<String, Object> definition() {
        return Map.of(
                "code",
                indicator,
                "name",
                Map.of("nb", "Plasser", "nn", "Plassar", "en", "Places"),
                "unit",
                "places",
                "kind",
                "quantity",
                "source",
                "Prøve",
                "licence",
                "CC BY 4.0");
    }

    private static String identity() {
        return done(given().get("/v1/municipalities/3405")).path("municipalityId");
    }

    private void hamarMayActForLillehammer() {
        var hamar = Map.of(
                "organisationNumber",
                HAMAR,
                "kind",
                "host",
                "tasks",
                List.of("apply", "accept", "report"),
                "from",
                "2026-01-01");
        done(administrator()
                .header("If-Match", "*")
                .body(Map.of(
                        "languageForm",
                        "neutral",
                        "languageSource",
                        "Vedtak",
                        "representatives",
                        List.of(hamar),
                        "contactPoints",
                        List.of()))
                .put("/v1/municipalities/3405/representation"));
    }

    private void theNamesOfKarasjokAreAdopted() {
        var karasjok = done(given().get("/v1/municipalities/5610")).<String>path("municipalityId");
        var names = new OfficialNames(List.of(new OfficialNames.Name("Karasjok", "Norwegian")), true);
        QuarkusTransaction.requiringNew()
                .run(() -> keptNames.put(MunicipalityId.parse(karasjok).orElseThrow(), names));
    }

    private void aSplitIsProposed() {
        SOURCES.reset();
        SOURCES.changes(
                "\"split\"",
                SOURCES.row("1839", "Beiarn", "1844", "Beiarn", DAY_OF_THE_SPLIT),
                SOURCES.row("1839", "Beiarn", "1846", "Tollå", DAY_OF_THE_SPLIT));
        var numbers = new TreeSet<>(SyncCalls.numbers("2029-06-30"));
        numbers.remove("1839");
        numbers.addAll(List.of("1844", "1846"));
        SOURCES.codes(DAY_OF_THE_SPLIT, numbers);
        var answer = done(administrator()
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("source", "municipalities"))
                .post("/v1/sync-runs"));
        run = answer.path("id");
        proposal = answer.path("proposalId");
    }

    private RequestSpecification administrator() {
        return SyncCalls.as(issuer, "administrator");
    }

    private static ExtractableResponse<Response> done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isBetween(200, 299);
        return answer.then().extract();
    }
}
