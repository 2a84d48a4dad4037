package no.opptrapping.grant.forms;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.FormBodies.answers;
import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.pages.ReadPage;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.PdfUa;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The form on paper: blank for everybody, filled in for those that may see the application. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FormPagesIT {
    @Inject
    World world;

    @Test
    void theBlankFormAndTheFilledOneAreReadAsPagesAndAsAccessibleDocuments() throws IOException {
        world.itIs(World.BEGINNING);
        var utsira = world.founded("Utsira");
        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("adviser-3", "adviser"), "/v1/calls/" + call + "/form/versions", form())
                .statusCode(201);
        var form = "/v1/calls/" + call + "/form";
        given().accept("text/html").get(form).then().statusCode(404);
        given().accept("application/pdf").get(form).then().statusCode(404);
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        var body = application(call);
        body.put("answers", answers());
        var draft = post(world.as(utsira), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .<String>path("id");

        for (var language : List.of("nb", "nn", "en")) {
            var blank = page(given(), form, language).kept("form-blank-" + language);
            assertThat(blank.html()).contains("Spørsmål users", "□ Valg weekly").doesNotContain("Førti personer");
            var filled = page(world.as(utsira), "/v1/applications/" + draft, language)
                    .kept("form-filled-" + language);
            assertThat(filled.html())
                    .contains("Førti personer uten oppfølging.", "Valg weekly", "Helseforetaket", "Oppsøkende team");
            document(given(), form, language, "form-blank");
            document(world.as(utsira), "/v1/applications/" + draft, language, "form-filled");
        }
        assertThat(page(given(), form, "nn").html()).contains("Det blir søkt om");
        world.asPerson("adviser-1", "adviser")
                .accept("application/pdf")
                .get("/v1/applications/" + draft)
                .then()
                .statusCode(404);
    }

    private static ReadPage page(RequestSpecification by, String address, String language) {
        return ReadPage.of(by.accept("text/html")
                .header("Accept-Language", language)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .extract()
                .asString());
    }

    private static void document(RequestSpecification by, String address, String language, String name)
            throws IOException {
        var bytes = by.accept("application/pdf")
                .header("Accept-Language", language)
                .get(address)
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();
        Files.write(Files.createDirectories(Path.of("target/pages")).resolve(name + "-" + language + ".pdf"), bytes);
        assertThat(PdfUa.faults(bytes)).isEmpty();
    }
}
