package no.opptrapping.grant.allocation;

import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.known.HeardIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs from simulation to adoption, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AllocationRunsIT {
    private static final LocalDate STRUCTURE = LocalDate.of(2024, 1, 1);
    private static final AtomicInteger VERSIONS = new AtomicInteger();
    private static final AtomicInteger CHAPTERS = new AtomicInteger(2000);
    private static final int APPROPRIATION = 10_000_000;

    @Inject
    World world;

    @Inject
    HeardIndicators indicators;

    @Inject
    KnownMunicipalities municipalities;

    private World.Resident large;
    private World.Resident small;
    private String scheme;

    @BeforeEach
    void begin() {
        world.itIs(World.BEGINNING);
        large = world.founded("Storby");
        small = world.founded("Lillevik");
        scheme = schemeWithMoney("earmarked");
        publish();
    }

    private String schemeWithMoney(String kind) {
        var body = scheme("s-" + UUID.randomUUID(), kind);
        // Award references are numbered within a scheme and begin with its chapter and item.
        body.put("chapter", Integer.toString(CHAPTERS.incrementAndGet()));
        var id = post(adviser(), "/v1/schemes", body).statusCode(201).extract().<String>path("id");
        for (var year : List.of(2025, 2026)) {
            post(
                            adviser(),
                            "/v1/appropriations",
                            Map.of("schemeId", id, "year", year, "amount", APPROPRIATION, "source", "Prop. 1 S"))
                    .statusCode(201);
        }
        return id;
    }

    /** Figures for every municipality that any test has founded: a new version, since tests share the database. */
    private void publish() {
        var version = VERSIONS.incrementAndGet();
        for (var code : List.of("population", "population-18-66")) {
            for (var year : List.of(2024, 2025)) {
                var values = municipalities.validOn(STRUCTURE).stream()
                        .map(one -> new HeardIndicator.Value(
                                one.number(), one.number().equals(large.number()) ? "90000" : "1000"))
                        .toList();
                QuarkusTransaction.requiringNew()
                        .run(() -> indicators.keep(new HeardIndicator(
                                code,
                                HeardIndicator.Kind.QUANTITY,
                                Year.of(year),
                                LocalDate.of(year, 1, 1),
                                version,
                                "persons",
                                "Invented for a test",
                                values)));
            }
        }
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }

    private static Map<String, Object> objective(String weight) {
        return Map.of(
                "kind",
                "objective",
                "weights",
                List.of(
                        Map.of("indicator", "population", "weight", "0.4"),
                        Map.of("indicator", "population-18-66", "weight", weight)));
    }

    private static Map<String, Object> run(String scheme, int year, Map<String, Object> model) {
        return Map.of(
                "name",
                "Fordeling",
                "schemeId",
                scheme,
                "year",
                year,
                "structureDate",
                year + "-01-01",
                "unit",
                1000,
                "pots",
                List.of(Map.of("name", "resten", "budget", Map.of("rest", true), "model", model)));
    }

    private String simulated() {
        return post(adviser(), "/v1/allocation-runs", run(scheme, 2025, objective("0.6")))
                .statusCode(201)
                .body("status", equalTo("simulated"))
                .body("budget", equalTo(APPROPRIATION))
                .extract()
                .path("id");
    }

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
    void anAppropriationThatNoLongerSufficesStopsTheAdoption() {
        var one = "/v1/allocation-runs/" + simulated() + "/adoption";
        var other = "/v1/allocation-runs/" + simulated() + "/adoption";
        post(leader(), one, Map.of()).statusCode(201);
        post(leader(), other, Map.of("confirmSuperseded", true))
                .statusCode(409)
                .body("type", endsWith("allocation.insufficient-funds"));
    }

    @Test
    void ofTwoAdoptionsAtTheSameTimeExactlyOneWins() throws Exception {
        var path = "/v1/allocation-runs/" + simulated() + "/adoption";
        try (var people = Executors.newFixedThreadPool(4)) {
            var attempts = IntStream.range(0, 4)
                    .mapToObj(i -> world.asPerson("leader-" + i, "decision-maker"))
                    .map(person -> (Callable<Integer>)
                            () -> post(person, path, Map.of()).extract().statusCode())
                    .toList();
            var answers = people.invokeAll(attempts);
            var statuses = new ArrayList<Integer>();
            for (var answer : answers) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
        }
    }

    @Test
    void aDisqualifiedPersonNeitherPreparesNorDecides() {
        var id = simulated();
        for (var person : List.of("leader-9", "adviser-9")) {
            post(
                            leader(),
                            "/v1/disqualifications",
                            Map.of("person", person, "schemeId", scheme, "reason", "Gift med rådmannen"))
                    .statusCode(201);
        }
        post(world.asPerson("leader-9", "decision-maker"), "/v1/allocation-runs/" + id + "/adoption", Map.of())
                .statusCode(403)
                .body("type", endsWith("allocation.disqualified"));
        post(world.asPerson("adviser-9", "adviser"), "/v1/allocation-runs", run(scheme, 2025, objective("0.6")))
                .statusCode(403);
    }

    @Test
    void earmarkedMoneyBecomesFrameworkGrantWithANetOfZero() {
        post(leader(), "/v1/allocation-runs/" + simulated() + "/adoption", Map.of())
                .statusCode(201);
        var framework = schemeWithMoney("framework");
        var model = Map.<String, Object>of(
                "kind",
                "incorporation",
                "fromSchemeId",
                scheme,
                "fromYear",
                2025,
                "weights",
                List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                "guarantee",
                Map.of("variant", "state", "threshold", "5"));
        var id = post(adviser(), "/v1/allocation-runs", run(framework, 2026, model))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var path = "/v1/allocation-runs/" + id;
        var result = adviser()
                .get(path + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(result.getList("items.net", Integer.class).stream()
                        .mapToInt(net -> net)
                        .sum())
                .isZero();
        assertThat(result.getList("items.before", Integer.class).stream()
                        .mapToInt(before -> before)
                        .sum())
                .isPositive();
        adviser()
                .get(path + "/explanations/" + large.number())
                .then()
                .statusCode(200)
                .body("pots[0].sentences[0].nb", containsString("øremerket tilskudd i 2025"));
        post(leader(), path + "/adoption", Map.of()).statusCode(201);
    }
}
