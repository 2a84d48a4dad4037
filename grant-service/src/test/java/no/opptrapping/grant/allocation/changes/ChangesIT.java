package no.opptrapping.grant.allocation.changes;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.pages.ReadPage;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Why amounts changed since last year, over HTTP and in the award letter, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ChangesIT extends AllocationStory {
    @Inject
    DataSource database;

    private static final Map<String, Object> WITH_A_CAP = Map.of(
            "kind",
            "objective",
            "weights",
            List.of(
                    Map.of("indicator", "population", "weight", "0.7"),
                    Map.of("indicator", "population-18-66", "weight", "0.3")),
            "capPerMunicipality",
            1_000_000);

    @Test
    void theChangeSinceLastYearIsToldToAnybodyAndInTheLetter() {
        var neighbour = world.ceased("Nabobygd", LocalDate.of(2026, 1, 1), small);
        publish();
        var lastYear = adopted(simulated());
        var thisYear = run(2026, WITH_A_CAP);
        var path = "/v1/allocation-runs/" + thisYear + "/change";

        // Not adopted yet, so it is the administration's.
        given().get(path).then().statusCode(404);
        world.as(large).get(path + "/" + large.number()).then().statusCode(404);
        var draft = adviser()
                .get(path + "?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(draft.getString("fromRunId")).isEqualTo(lastYear);
        addsUp(draft);

        adopted(thisYear);
        var told = given().get(path + "?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        addsUp(told);
        assertThat(told.getList("causes", String.class)).contains("limits").doesNotContain("appropriation");
        assertThat(told.getList("items.number", String.class))
                .contains(small.number().value())
                .doesNotContain(neighbour.value());
        assertThat(told.getInt("total.before")).isEqualTo(result(lastYear).getInt("sum"));
        assertThat(told.getInt("total.after")).isEqualTo(result(thisYear).getInt("sum"));
        var first = given().get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath();
        given().get(path + "?limit=1&cursor=" + first.getString("next"))
                .then()
                .statusCode(200)
                .body("items.number", not(hasItem(first.getString("items[0].number"))));
        given().accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .body(startsWith("number,name,before,after,change,structure,appropriation,own-figures,"))
                .body(containsString("Lillevik"));

        var one = given().get(path + "/" + small.number())
                .then()
                .statusCode(200)
                .body("change.name", equalTo("Lillevik"))
                .body("sentences[0].nb", startsWith("Lillevik får "))
                .body("sentences[0].en", containsString("in 2026"))
                .extract()
                .jsonPath();
        assertThat(one.getInt("change.causes.collect { it.inOrder }.sum()")).isEqualTo(one.getInt("change.change"));
        for (var language : List.of("nb", "nn", "en")) {
            var page = given().accept("text/html")
                    .header("Accept-Language", language)
                    .get(path + "/" + small.number())
                    .then()
                    .statusCode(200)
                    .header("Content-Language", language)
                    .extract()
                    .asString();
            assertThat(ReadPage.of(page).all("rect")).hasSizeGreaterThan(3);
        }

        var award = world.as(small)
                .get("/v1/awards?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        world.as(small)
                .accept("application/json")
                .header("Accept-Language", "nb")
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(200)
                .body("sections.paragraphs.flatten()", hasItem(containsString("i 2026, ")))
                .body("sections.paragraphs.flatten()", hasItem(startsWith("Dette trekker ")));
    }

    /** Last year's adopted run is one that can no longer be read. */
    @Test
    void nobodyWaitsForMoneyBecauseOfASentenceInTheLetter() throws SQLException {
        unreadableAfter(simulated());
        var thisYear = run(2026, WITH_A_CAP);

        adopted(thisYear);
        world.as(small).get("/v1/awards?year=2026").then().statusCode(200).body("items", hasSize(1));
    }

    private void unreadableAfter(String run) throws SQLException {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into allocation_run
                        select (jsonb_populate_record(null::allocation_run, to_jsonb(r) || jsonb_build_object(
                            'id', gen_random_uuid(), 'inputs', '[]',
                            'input_hash', encode(sha256(convert_to('[]', 'UTF8')), 'hex'),
                            'adopted_by', 'leader-1', 'adopted_at', r.made_at))).*
                        from allocation_run r where r.id = ?::uuid
                        """)) {
            insert.setString(1, run);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    void whatOneAskedForIsItsOwnAndNobodyElses() {
        var call = announced();
        var application = submitted(small, call, 100, 1);
        assessed(application, 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        var model =
                Map.<String, Object>of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest");
        var fewer = simulate(model, Map.of("amount", 300_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var more = simulate(model, Map.of("amount", 350_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = "/v1/allocation-runs/" + more + "/change/" + small.number() + "?from=" + fewer;

        adviser()
                .get(path)
                .then()
                .statusCode(200)
                .body("change.change", equalTo(50_000))
                .body("change.causes.cause", contains("appropriation"))
                .body("change.causes[0].mean", equalTo(50_000));
        world.as(small).get(path).then().statusCode(404);
        given().get(path).then().statusCode(404);
    }

    @Test
    void whatCannotBeExplainedIsRefusedWithTheReason() {
        var run = simulated();
        var path = "/v1/allocation-runs/" + run + "/change";
        adviser().get(path).then().statusCode(409).body("type", endsWith("allocation.change-has-former-run"));
        adviser()
                .get("/v1/allocation-runs/" + UUID.randomUUID() + "/change")
                .then()
                .statusCode(404);
        adviser().get(path + "?from=x").then().statusCode(400);
        refused(path + "?from=" + run, "allocation.change-from-another-run");
        refused(path + "?from=" + UUID.randomUUID(), "allocation.change-from-known-run");
        refused(path + "?from=" + run(2026, objective("0.6")), "allocation.change-from-older-structure");
        var own = scheme;
        scheme = schemeWithMoney("earmarked");
        var other = simulated();
        scheme = own;
        refused(path + "?from=" + other, "allocation.change-within-a-scheme");
        adviser()
                .get(path + "/9998?from=" + simulated())
                .then()
                .statusCode(404)
                .body("type", endsWith("allocation.change-of-no-municipality"));
    }

    private void refused(String path, String code) {
        adviser().get(path).then().statusCode(422).body("errors.code", contains(code));
    }

    private static void addsUp(JsonPath told) {
        for (var kind : List.of("inOrder", "mean")) {
            assertThat(told.getList(
                            "items.collect { item -> item.causes.collect { it." + kind + " }.sum() ?: 0 }",
                            Integer.class))
                    .as("%s of each", kind)
                    .isEqualTo(told.getList("items.change", Integer.class));
            assertThat(told.getInt("total.causes.collect { it." + kind + " }.sum() ?: 0"))
                    .as("%s of the country", kind)
                    .isEqualTo(told.getInt("total.change"));
        }
        assertThat(told.getInt("items.collect { it.change }.sum()")).isEqualTo(told.getInt("total.change"));
    }

    private String run(int year, Map<String, Object> model) {
        return post(adviser(), "/v1/allocation-runs", run(scheme, year, model))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String adopted(String run) {
        post(leader(), "/v1/allocation-runs/" + run + "/adoption", Map.of()).statusCode(201);
        return run;
    }
}
