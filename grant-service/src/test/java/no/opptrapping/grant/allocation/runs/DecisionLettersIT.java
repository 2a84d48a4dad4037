package no.opptrapping.grant.allocation.runs;

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
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.letters.PrintLetters;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.PdfUa;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A decided call answers every application with a letter that stays as it is. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class DecisionLettersIT extends AllocationStory {
    private static final List<Map<String, Object>> REASONS = List.of(Map.of(
            "code",
            "outside-purpose",
            "text",
            Map.of(
                    "nb", "Tiltaket er utenfor formålet med ordningen.",
                    "nn", "Tiltaket er utanfor formålet med ordninga.",
                    "en", "The measure is outside the purpose of the scheme.")));

    @Inject
    PrintLetters printLetters;

    @Inject
    DataSource database;

    private World.Resident refused;
    private String approved;
    private String outside;
    private String unfunded;

    @Test
    void everyApplicationIsAnsweredWithALetterInTheMunicipalitysOwnLanguage() throws IOException {
        decided();
        nynorsk(refused);

        world.as(refused)
                .get("/v1/applications/" + outside + "/letter")
                .then()
                .statusCode(200)
                .header("Content-Language", "nn")
                .body("amount", equalTo(0))
                .body("title", containsString("Avslag på søknad om tilskot"))
                .body("sections.code", contains("background", "decision", "reasons", "appeal"))
                .body("sections[2].paragraphs", hasItem("Tiltaket er utanfor formålet med ordninga."))
                .body("sections[2].paragraphs", hasItem("Gjelder ikke rusarbeid."))
                .body("sections[3].paragraphs[0]", containsString("21 dagar"));
        world.as(small)
                .header("Accept-Language", "en")
                .get("/v1/applications/" + unfunded + "/letter")
                .then()
                .statusCode(200)
                .body("sections[2].paragraphs[0]", containsString("did not reach everybody"))
                .body("sections[2].paragraphs[1]", containsString("assessed at NOK 350,000"));
        world.as(large)
                .get("/v1/applications/" + approved + "/letter")
                .then()
                .statusCode(200)
                .body("amount", equalTo(300_000));
        world.as(large).get("/v1/applications/" + outside + "/letter").then().statusCode(404);

        for (var language : List.of("nb", "nn", "en")) {
            for (var one : List.of(
                    Map.entry("rejected", world.as(refused).header("Accept-Language", language)),
                    Map.entry("awarded", world.as(large).header("Accept-Language", language)))) {
                var of = one.getKey().equals("rejected") ? outside : approved;
                var pdf = one.getValue()
                        .header("Accept", "application/pdf")
                        .get("/v1/applications/" + of + "/letter")
                        .then()
                        .statusCode(200)
                        .contentType("application/pdf")
                        .extract()
                        .asByteArray();
                assertThat(PdfUa.faults(pdf)).as(one.getKey() + " " + language).isEmpty();
                Files.createDirectories(Path.of("target/pages"));
                Files.write(Path.of("target/pages/letter-" + one.getKey() + "-" + language + ".pdf"), pdf);
            }
        }
    }

    @Test
    void aLetterIsOneDocumentWhoeverAsksAndHoweverMany() throws Exception {
        decided();
        var letter = world.as(large)
                .get("/v1/letters")
                .then()
                .statusCode(200)
                .body("items.kind", contains("award"))
                .body("items[0].channel", equalTo("feed"))
                .body("items[0].deliveredAt", startsWith("2025-04-01T08:00:"))
                .body("items[0].openedAt", nullValue())
                .body("items[0].document", nullValue())
                .extract()
                .<String>path("items[0].id");
        var seen = new HashSet<String>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = executor.invokeAll(Collections.<Callable<byte[]>>nCopies(
                    10,
                    () -> adviser()
                            .header("Accept", "application/pdf")
                            .get("/v1/letters/" + letter + "/document")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asByteArray()));
            for (var one : all) {
                seen.add(ETags.digest(one.get()));
            }
        }
        printLetters.look();
        assertThat(seen).hasSize(1);
        adviser()
                .get("/v1/letters/" + letter)
                .then()
                .body("document.sha256", equalTo(seen.iterator().next()))
                .body("openedAt", nullValue());
        var tag = ETags.of(seen.iterator().next());
        world.as(large)
                .header("Accept", "application/pdf")
                .header("If-None-Match", tag)
                .get("/v1/letters/" + letter + "/document")
                .then()
                .statusCode(304);
        world.itIs(AFTER_THE_DEADLINE.plusSeconds(60));
        adviser().get("/v1/letters/" + letter).then().body("openedAt", startsWith("2025-04-01T08:00:"));
        world.as(small).get("/v1/letters/" + letter).then().statusCode(404);

        post(world.as(large), "/v1/letters/" + letter + "/confirmation", Map.of("confirmedBy", "Postmottaket"))
                .statusCode(201)
                .body("confirmedAt", startsWith("2025-04-01T08:01:"));
        post(world.as(large), "/v1/letters/" + letter + "/confirmation", Map.of("confirmedBy", "En annen"))
                .statusCode(201)
                .body("confirmedBy", equalTo("Postmottaket"));
        post(world.as(small), "/v1/letters/" + letter + "/confirmation", Map.of("confirmedBy", "En fremmed"))
                .statusCode(404);

        for (var change : List.of(
                "update letter_text set content = '{}'",
                "update letter_document set sha256 = ''",
                "delete from letter",
                "delete from rejection",
                "update letter_receipt set opened_at = null where letter_id = '" + letter + "'")) {
            assertThatThrownBy(() -> change(change)).as(change).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void aReasonOfTheListIsDemandedWhereTheRulesHaveOne() {
        var call = withReasons();
        var application = submitted(small, call, 100, 1);
        post(adviser(), "/v1/assessments", rejection(application, null))
                .statusCode(422)
                .body("errors.code", contains("assessment.rejection-reason-missing"))
                .body("errors[0].detail", endsWith("outside-purpose."));
        post(adviser(), "/v1/assessments", rejection(application, "outside-purpose"))
                .statusCode(201)
                .body("rejectionReason", equalTo("outside-purpose"));
    }

    /** One is awarded, one rejected by its assessment, and to one the money does not reach. */
    private void decided() {
        refused = world.founded("Avslagsvik");
        nynorsk(refused);
        var call = withReasons();
        approved = submitted(large, call, 100, 1);
        outside = submitted(refused, call, 100, 1);
        unfunded = submitted(small, call, 100, 1);
        assessed(approved, 300_000, 1);
        assessed(unfunded, 350_000, 2);
        post(adviser(), "/v1/assessments", rejection(outside, "outside-purpose"))
                .statusCode(201);
        world.itIs(AFTER_THE_DEADLINE);
        var run = simulate(
                        Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest"),
                        Map.of("amount", 300_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(run).statusCode(201);
    }

    private String withReasons() {
        var rules = Requests.rules(28);
        rules.put("awardCriteria", List.of());
        rules.put("chapter", Integer.toString(CHAPTERS.incrementAndGet()));
        rules.put("handling", Map.of("rejectionReasons", REASONS));
        post(adviser(), "/v1/schemes/" + scheme + "/versions", rules).statusCode(201);
        post(leader(), "/v1/schemes/" + scheme + "/versions/2/entry-into-force", Map.of("inForceFrom", "2025-01-11"))
                .statusCode(201);
        return announced(Map.of("title", text("Utlysning 2025")));
    }

    private static Map<String, Object> rejection(String application, String reason) {
        var body = Requests.assessment(application, 0, 3);
        body.put("recommendation", "reject");
        body.put("reasons", "Gjelder ikke rusarbeid.");
        if (reason != null) {
            body.put("rejectionReason", reason);
        }
        return body;
    }

    private void nynorsk(World.Resident one) {
        world.keep(new HeardMunicipality(
                one.id(),
                null,
                List.of(new HeardMunicipality.Version(one.number(), one.name(), LocalDate.of(1900, 1, 1), null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(one.organisation(), null, null)),
                List.of(),
                "nynorsk"));
    }

    private void change(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }
}
