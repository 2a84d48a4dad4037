package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityId;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Runs from simulation to adoption, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AllocationRunsIT extends AllocationStory {
    @Test
    void aRunIsSimulatedExplainedAndAdoptedByASecondPerson() {
        var id = simulated();
        var path = "/v1/allocation-runs/" + id;
        var result = adviser()
                .get(path + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(result.getList("items.amount", Integer.class).stream()
                                .mapToInt(amount -> amount)
                                .sum()
                        + result.getInt("undistributed"))
                .isEqualTo(APPROPRIATION);

        var explained = adviser()
                .get(path + "/explanations/" + large.number())
                .then()
                .statusCode(200)
                .body("name", equalTo("Storby"))
                .body("pots[0].sentences[0].nb", containsString("Storby får"))
                .body("pots[0].sentences[0].nn", containsString("innbyggjar"))
                .body("pots[0].sentences[1].en", containsString("per cent"))
                .extract()
                .jsonPath();
        var contributions = explained.getList("pots[0].byKey.criteria.contribution", String.class).stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(contributions.add(new BigDecimal(explained.getString("pots[0].byKey.rounding"))))
                .isEqualByComparingTo(explained.getString("amount"));

        // Only what is adopted is a municipality's business, and only its own part of it.
        world.as(large).get(path + "/explanations/" + large.number()).then().statusCode(404);
        post(world.asPerson("adviser-1", "adviser", "decision-maker"), path + "/adoption", Map.of())
                .statusCode(403)
                .body("type", endsWith("allocation.maker-may-not-adopt"));
        post(adviser(), path + "/adoption", Map.of()).statusCode(403);
        post(leader(), path + "/adoption", Map.of("confirmSuperseded", false))
                .statusCode(201)
                .body("status", equalTo("adopted"))
                .body("adoptedBy", equalTo("leader-1"));
        post(leader(), path + "/adoption", Map.of())
                .statusCode(409)
                .body("type", endsWith("allocation.already-adopted"));
        world.as(large).get(path + "/explanations/" + large.number()).then().statusCode(200);
        world.as(large).get(path + "/explanations/" + small.number()).then().statusCode(404);
    }

    @Test
    void theSameInputsGiveTheSameHashes() {
        var first = adviser().get("/v1/allocation-runs/" + simulated()).jsonPath();
        var second = adviser().get("/v1/allocation-runs/" + simulated()).jsonPath();
        assertThat(second.getString("inputHash")).isEqualTo(first.getString("inputHash"));
        assertThat(second.getString("resultHash")).isEqualTo(first.getString("resultHash"));
        publish();
        assertThat(adviser()
                        .get("/v1/allocation-runs/" + simulated())
                        .jsonPath()
                        .getString("inputHash"))
                .as("another version of the figures is another input")
                .isNotEqualTo(first.getString("inputHash"));
    }

    @Test
    void everythingThatIsWrongIsNamedAtOnce() {
        var model = Map.of(
                "kind",
                "objective",
                "weights",
                List.of(
                        Map.of("indicator", "population", "weight", "0.4"),
                        Map.of("indicator", "no-such-indicator", "weight", "0.5")),
                "floorPerMunicipality",
                1500);
        post(adviser().header("Accept-Language", "en"), "/v1/allocation-runs", run(scheme, 2025, model))
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "allocation.indicator-known",
                                "allocation.weights-sum-to-one",
                                "allocation.limit-multiple-of-unit"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/pots/0/model/weights/1/indicator",
                                "/pots/0/model/weights",
                                "/pots/0/model/floorPerMunicipality"));
        post(adviser(), "/v1/allocation-runs", run(UUID.randomUUID().toString(), 2025, objective("0.6")))
                .statusCode(422)
                .body("errors.code", hasItems("allocation.scheme-known"));
        post(adviser(), "/v1/allocation-runs", run(scheme, 2025, objective("1e999999999")))
                .statusCode(422)
                .body("errors.code", hasItems("allocation.decimal-number"));
    }

    @Test
    void aRunWhoseInputsAreSupersededIsAdoptedOnlyByOneWhoSaysSo() {
        var path = "/v1/allocation-runs/" + simulated() + "/adoption";
        publish();
        post(leader(), path, Map.of())
                .statusCode(409)
                .body("type", endsWith("allocation.inputs-superseded"))
                .body("changed", hasItems("indicators"));
        post(leader(), path, Map.of("confirmSuperseded", true)).statusCode(201);
    }

    @Test
    void aRunIsHandedOnAsJsonAsCsvAsAWorkbookAndAsAPage() throws IOException {
        var path = "/v1/allocation-runs/" + simulated();
        var rows = adviser()
                .get(path + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.amount", Integer.class);
        var csv = adviser()
                .accept("text/csv")
                .get(path + "/result")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .header("Content-Disposition", containsString(".csv"))
                .extract()
                .asString();
        assertThat(csv.split("\r\n")).hasSize(rows.size() + 1);
        var workbook = adviser()
                .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
                .header("Accept-Language", "nn")
                .get(path + "/result")
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("nn"))
                .extract()
                .asByteArray();
        try (var opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(opened.getNumberOfSheets()).isEqualTo(4);
            assertThat(opened.getSheet("Samanlikning")).isNotNull();
            var result = opened.getSheet("Resultat");
            var total = result.getRow(result.getLastRowNum()).getCell(5);
            assertThat(opened.getCreationHelper()
                            .createFormulaEvaluator()
                            .evaluate(total)
                            .getNumberValue())
                    .isEqualTo(rows.stream().mapToInt(amount -> amount).sum());
        }
        adviser()
                .accept("text/html")
                .header("Accept-Language", "nn")
                .get(path + "/explanations/" + large.number())
                .then()
                .statusCode(200)
                .header("Content-Language", equalTo("nn"))
                .body(containsString(" lang=\"nn\" xml:lang=\"nn\">"))
                .body(containsString("Slik er beløpet til Storby rekna ut"));
        adviser().accept("image/png").get(path + "/result").then().statusCode(406);
    }

    @Test
    void anybodyCanHashTheInputsAgain() throws NoSuchAlgorithmException {
        var path = "/v1/allocation-runs/" + simulated();
        var inputs = adviser().get(path + "/inputs").then().statusCode(200).extract();
        assertThat(inputs.jsonPath().getString("engineVersion")).isNotEmpty();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inputs.asByteArray())))
                .isEqualTo(adviser().get(path).jsonPath().getString("inputHash"));
    }

    @Test
    void aNumberThatTwoMunicipalitiesHaveIsNotDividedBy() {
        var other = new MunicipalityId(UUID.randomUUID());
        hasNumberOf(large, other, null);
        simulate(objective("0.6"))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.number-of-one-municipality"))
                .body("errors.arguments.number", hasItem(large.number().value()));
        hasNumberOf(large, other, LocalDate.of(2000, 1, 1));
        simulate(objective("0.6")).statusCode(201);
    }

    private void hasNumberOf(World.Resident one, MunicipalityId other, @Nullable LocalDate until) {
        world.keep(new HeardMunicipality(
                other,
                until,
                List.of(new HeardMunicipality.Version(one.number(), "Dobbel", LocalDate.of(1990, 1, 1), until)),
                List.of(),
                List.of()));
    }

    @Test
    void withdrawnFiguresAreRefusedInNewRunsWhileAnOldOneIsComputedAgainAndAdoptedOnlyByOneWhoSaysSo() {
        var old = "/v1/allocation-runs/" + simulated();
        var amounts = adviser().get(old + "/result?limit=500").jsonPath().getList("items.amount");
        withdraw("population-18-66", 2024, "Telt dobbelt");
        var asked = run(scheme, 2025, objective("0.6"));
        post(adviser(), "/v1/allocation-runs", asked)
                .statusCode(422)
                .body("errors.code", contains("allocation.indicator-not-withdrawn"))
                .body("errors.pointer", contains("/pots/0/model/weights/1/indicator"))
                .body("errors.detail", contains(containsString("Telt dobbelt")));

        assertThat(adviser().get(old + "/result?limit=500").jsonPath().getList("items.amount"))
                .isEqualTo(amounts);
        post(leader(), old + "/adoption", Map.of("confirmSuperseded", false))
                .statusCode(409)
                .body("type", endsWith("allocation.inputs-superseded"));

        publish();
        post(adviser(), "/v1/allocation-runs", asked).statusCode(201);
    }
}
