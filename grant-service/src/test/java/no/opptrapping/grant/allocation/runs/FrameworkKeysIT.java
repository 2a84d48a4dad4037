package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** The framework grant by imported need and by registered keys through the API, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FrameworkKeysIT extends AllocationStory {
    @Test
    void municipalitiesThatAnImportLacksAreNamedExcludedOrGivenTheIndexOfTheOwnKey() {
        scheme = schemeWithMoney("framework");
        var imported = Map.of(large.number().value(), "0.95");
        framework(Map.of("values", everybodyBut(small), "whenMissing", "refuse"), Map.of())
                .statusCode(422)
                .body(
                        "errors.findAll { it.code == 'allocation.index-known' }.pointer",
                        hasItem("/pots/0/model/indices/values/" + small.number()))
                .body(
                        "errors.findAll { it.code == 'allocation.index-known' }.detail",
                        hasItem(containsString(small.number().value())));
        var excluded = result(framework(Map.of("values", imported, "whenMissing", "exclude"), Map.of())
                .statusCode(201)
                .extract()
                .path("id"));
        assertThat(amount(excluded, large)).isEqualTo(APPROPRIATION);
        assertThat(excluded.getList("pots[0].excluded", String.class))
                .contains(small.number().value())
                .doesNotContain(large.number().value());
        var key = Map.<String, Object>of("weights", List.of(Map.of("indicator", "population", "weight", "1")));
        var own = result(framework(Map.of("values", imported, "whenMissing", "own-key"), key)
                .statusCode(201)
                .extract()
                .path("id"));
        assertThat(amount(own, small)).isPositive();
        assertThat(own.getInt("pots[0].equalisationSum")).isZero();
        framework(Map.of("values", imported, "whenMissing", "exclude", "tolerance", "0.001"), Map.of())
                .statusCode(422)
                .body("errors.code", contains("allocation.index-mean-within-tolerance"));
        framework(Map.of("values", Map.of("9998", "NaN"), "whenMissing", "exclude"), key)
                .statusCode(422)
                .body("errors.code", hasItems("allocation.decimal-number", "allocation.not-for-this-kind"));
    }

    /** Needs of 1 000 and 1 300 kroner per inhabitant, a mean of 1 003.30; 91 000 kroner beside them, the rest each. */
    @Test
    void theWholeGrantEqualisesNeedsInKronerAndShowsWhatWasEarmarkedBefore() {
        scheme = schemeWithMoney("framework");
        var needs = Map.<String, Object>of(
                "values",
                Map.of(large.number().value(), "1000", small.number().value(), "1300"),
                "whenMissing",
                "exclude");
        var whole = new HashMap<String, Object>(Map.of(
                "needsInKroner",
                true,
                "incorporated",
                91_000,
                "additions",
                List.of(Map.of(
                        "kind",
                        "growth",
                        "source",
                        "Invented",
                        "amounts",
                        Map.of(small.number().value(), 91_000)))));
        var id = framework(needs, Map.of("whole", whole))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var result = result(id);
        assertThat(result.getInt("pots[0].equalisationSum")).isZero();
        assertThat(result.getString("pots[0].whole.meanNeed")).isEqualTo("1003.30");
        assertThat(result.getString("pots[0].whole.totalNeed")).isEqualTo("91300000.00");
        var of = "items.find { it.number == '" + small.number() + "' }.";
        assertThat(result.getInt(of + "equalisation")).isEqualTo(296_703);
        assertThat(result.getInt(of + "additions")).isEqualTo(91_000);
        assertThat(result.getInt(of + "incorporated")).isEqualTo(1_296);
        adviser()
                .get("/v1/allocation-runs/" + id + "/explanations/" + small.number())
                .then()
                .statusCode(200)
                .body("pots[0].framework.whole.needPerInhabitant", equalTo("1300.00"))
                .body("pots[0].lines.code", contains("per-inhabitant", "equalisation", "addition-growth"));

        whole.put("totalNeed", 91_000_000);
        whole.put("additions", List.of(Map.of("kind", "growth", "source", "x", "amounts", Map.of("9998", 1))));
        whole.put(
                "guarantee",
                Map.of(
                        "threshold",
                        "many",
                        "source",
                        "x",
                        "before",
                        Map.of(large.number().value(), 1)));
        framework(needs, Map.of("whole", whole))
                .statusCode(422)
                .body("errors.pointer", hasItem("/pots/0/model/whole/guarantee/threshold"));
        whole.put(
                "guarantee",
                Map.of(
                        "threshold",
                        "-1",
                        "source",
                        "x",
                        "before",
                        Map.of(large.number().value(), 1)));
        framework(needs, Map.of("whole", whole))
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        hasItems(
                                "/pots/0/model/whole/tolerance allocation.need-tolerance-known",
                                "/pots/0/model/whole/additions/0/amounts/9998 allocation.municipality-known",
                                "/pots/0/model/whole/guarantee/threshold allocation.threshold-not-negative",
                                "/pots/0/model/whole/guarantee/before allocation.whole-framework-known"));
    }

    @Test
    void aRegisteredKeyThatDoesNotSumToOneWantsToBeNormalised() {
        scheme = schemeWithMoney("framework");
        adviser()
                .get("/v1/cost-keys/social-services-2026")
                .then()
                .statusCode(200)
                .body("sum", equalTo("1.0001"))
                .body("criteria.indicator", hasItem("substance-use-psychiatry-npr"));
        var code = "key-" + UUID.randomUUID();
        var request = Map.of(
                "code",
                code,
                "year",
                2026,
                "name",
                Map.of("nb", "Prøve", "nn", "Prøve", "en", "Trial"),
                "source",
                "Invented for a test",
                "criteria",
                List.of(Map.of("indicator", "population-18-66", "weight", "1.0001")));
        post(adviser(), "/v1/cost-keys", request).statusCode(403);
        post(world.asPerson("minister", "ministry"), "/v1/cost-keys", request).statusCode(201);
        post(world.asPerson("minister", "ministry"), "/v1/cost-keys", request)
                .statusCode(422)
                .body("errors.code", contains("costkey.code-taken"));
        var model = new HashMap<String, Object>(Map.of("kind", "framework", "costKey", Map.of("code", code)));
        simulate(model)
                .statusCode(422)
                .body("errors.code", contains("allocation.weights-sum-to-one"))
                .body("errors.pointer", contains("/pots/0/model/costKey"));
        model.put("normalise", true);
        assertThat(amount(result(simulate(model).statusCode(201).extract().path("id")), small))
                .isPositive();
        model.put("costKey", Map.of("code", "no-such-key"));
        simulate(model).statusCode(422).body("errors.code", contains("allocation.cost-key-known"));
    }

    private ValidatableResponse framework(Map<String, Object> indices, Map<String, Object> more) {
        var model = new HashMap<>(more);
        model.put("kind", "framework");
        model.put("indices", indices);
        return simulate(model);
    }

    /** Only so many faults are named at once, and other tests have founded many municipalities. */
    private Map<String, String> everybodyBut(World.Resident missing) {
        return municipalities.validOn(LocalDate.of(2025, 1, 1)).stream()
                .map(one -> one.number().value())
                .filter(number -> !number.equals(missing.number().value()))
                .distinct()
                .collect(Collectors.toMap(number -> number, _ -> "0.95"));
    }
}
