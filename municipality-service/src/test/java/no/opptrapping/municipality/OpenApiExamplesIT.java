package no.opptrapping.municipality;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import javax.sql.DataSource;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.KeptNames;
import no.opptrapping.platform.testing.DeadLetterExample;
import no.opptrapping.platform.testing.OpenApiExamples;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operation has an example in the API's document, and the service answers as it shows. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "municipality"))
class OpenApiExamplesIT {
    private static final OfficialSources SOURCES = new OfficialSources();
    private static final String DAY_OF_THE_SPLIT = "2028-07-01";
    private static final LocalDate TODAY = LocalDate.parse("2027-06-01");

    /** What another example has to have made first. */
    private static final List<String> FIRST = List.of(
            "defineIndicator",
            "uploadIndicatorValues",
            "changeIndicator",
            "startSync",
            "listSyncRuns",
            "getSyncRun",
            "listSyncProposals",
            "getSyncProposal",
            "adoptSyncProposal",
            "listDeadLetters",
            "getDeadLetter");

    @Inject
    SimulatedClock clock;

    @Inject
    CurrentRegister currentRegister;

    @Inject
    KeptNames keptNames;

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

    @Test
    void everyOperationAnswersAsItsExampleShows() {
        clock.resetTo(Instant.parse(TODAY + "T08:00:00Z"));
        theNamesOfKarasjokAreAdopted();
        aSplitIsAnnouncedAndNobodyAnswersAboutThePopulation();
        DeadLetterExample.in(database);
        var document = given().queryParam("format", "json").get("/q/openapi").asString();
        var token = given().formParams(Map.of(
                        "grant_type", "password", "username", "kari", "roles", "administrator,adviser,controller"))
                .post(issuer + "/staff/token")
                .jsonPath()
                .getString("access_token");

        assertThat(OpenApiExamples.of(document, _ -> given().auth().oauth2(token))
                        .first(FIRST)
                        .without(Map.of("retryDeadLetter", "this service listens to no topic"))
                        .counting("readEventCounts")
                        .replay())
                .isEmpty();
    }

    private void theNamesOfKarasjokAreAdopted() {
        var karasjok = currentRegister.get().register().validOn(TODAY).stream()
                .filter(listed -> listed.number().value().equals("5610"))
                .map(Listed::id)
                .findFirst()
                .orElseThrow();
        QuarkusTransaction.requiringNew()
                .run(() -> keptNames.put(
                        karasjok,
                        new OfficialNames(
                                List.of(
                                        new OfficialNames.Name("Kárášjohka", "Northern Sami"),
                                        new OfficialNames.Name("Karasjok", "Norwegian")),
                                true)));
    }

    private static void aSplitIsAnnouncedAndNobodyAnswersAboutThePopulation() {
        SOURCES.reset();
        SOURCES.stub(
                any(urlPathMatching("/pxweb/.*")).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        SOURCES.changes(
                "\"split\"",
                SOURCES.row("1839", "Beiarn", "1844", "Beiarn", DAY_OF_THE_SPLIT),
                SOURCES.row("1839", "Beiarn", "1846", "Tollå", DAY_OF_THE_SPLIT));
        var numbers = new TreeSet<>(SyncCalls.numbers("2028-06-30"));
        numbers.remove("1839");
        numbers.addAll(List.of("1844", "1846"));
        SOURCES.codes(DAY_OF_THE_SPLIT, numbers);
    }
}
