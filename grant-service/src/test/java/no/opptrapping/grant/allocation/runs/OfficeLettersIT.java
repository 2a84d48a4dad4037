package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.PdfUa;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Whoever decides writes: a letter of a county governor's office is from it, answered by it and appealed to it. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class OfficeLettersIT extends OfficeStory {
    private static final String OFFICE = "Statsforvalteren i 85";

    OfficeLettersIT() {
        super("85", "86");
    }

    @Test
    void theOfficeThatDecidedWritesItsLetters() throws IOException {
        framed(500_000, 500_000);
        var awarded = world.foundedIn(inNorth, "Tilskuddsvik");
        var rejected = world.foundedIn(inNorth, "Avslagsvik");
        publish();
        var call = announced();
        var given = submitted(awarded, call, 100, 1);
        var refused = submitted(rejected, call, 100, 1);
        assessedBy(inNorth, given, 300_000, 1);
        assessedBy(inNorth, refused, 250_000, 2);
        world.itIs(AFTER_THE_DEADLINE);
        var run = withPots(Map.of(
                "name",
                "alt",
                "budget",
                Map.of("amount", 300_000),
                "model",
                Map.of("kind", "application", "callId", call)));
        run.put("unit", 1);
        run.put("countyGovernorOfficeId", north);
        var made = post(maker(inNorth), "/v1/allocation-runs", run)
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(decider(inNorth), made).statusCode(201);

        written(awarded, given);
        written(rejected, refused);
        var award = world.as(awarded).get("/v1/awards?year=2025").jsonPath().getString("items[0].id");
        world.as(awarded)
                .header("Accept-Language", "nn")
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(200)
                .body("sender", equalTo(OFFICE))
                .body(
                        "sections.find { it.code == 'control' }.paragraphs[0]",
                        startsWith(OFFICE + ", Helsedirektoratet og Riksrevisjonen"));
    }

    @Test
    void theDirectoratesLettersAreItsOwn() {
        var call = announced();
        var given = submitted(large, call, 100, 1);
        assessed(given, 300_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var run = simulate(Map.of("kind", "application", "callId", call))
                .extract()
                .<String>path("id");
        adopt(run).statusCode(201);
        world.as(large)
                .header("Accept-Language", "en")
                .get("/v1/applications/" + given + "/letter")
                .then()
                .body("sender", equalTo("The Directorate of Health"))
                .body("contact.name", equalTo("Kari"));
    }

    private void written(World.Resident to, String application) throws IOException {
        var path = "/v1/applications/" + application + "/letter";
        for (var language : List.of("nb", "nn", "en")) {
            var letter = world.as(to)
                    .header("Accept-Language", language)
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("sender", equalTo(OFFICE))
                    .body("contact.name", equalTo(OFFICE))
                    .body("sections[0].paragraphs[0]", startsWith(OFFICE))
                    .body("sections.find { it.code == 'appeal' }.paragraphs[0]", containsString(OFFICE))
                    .body("sections.find { it.code == 'appeal' }.paragraphs[-1]", containsString(OFFICE))
                    .extract()
                    .asString();
            assertThat(letter).doesNotContain("kari@example.no");
            var page = world.as(to)
                    .header("Accept-Language", language)
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(page).contains("<dd>" + OFFICE + "</dd>", "<br/>" + OFFICE);
            var pdf = world.as(to)
                    .header("Accept-Language", language)
                    .header("Accept", "application/pdf")
                    .get(path)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            assertThat(PdfUa.faults(pdf)).as(language).isEmpty();
            Files.createDirectories(Path.of("target/pages"));
            Files.write(Path.of("target/pages/letter-office-" + to.name() + "-" + language + ".pdf"), pdf);
        }
    }
}
