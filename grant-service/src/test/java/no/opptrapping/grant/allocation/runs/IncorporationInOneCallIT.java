package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.allocation.engine.SlowReference;
import no.opptrapping.grant.allocation.engine.SlowReference.Q;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** The appropriation of 2025 moving to the framework grant of 2026, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class IncorporationInOneCallIT extends AllocationStory {
    private static final LocalDate BEFORE = LocalDate.of(2025, 1, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 1, 1);

    @Test
    void oneCallAnswersWhatTheMoveToTheFrameworkMeansForEveryMunicipality() throws Exception {
        var earmarked = simulated();
        post(leader(), "/v1/allocation-runs/" + earmarked + "/adoption", Map.of())
                .statusCode(201);
        var before = inTheStructureAfter(amountsBefore(earmarked));
        var framework = schemeWithMoney("framework");
        var model = Map.of(
                "kind",
                "incorporation",
                "fromSchemeId",
                scheme,
                "fromYear",
                2025,
                "weights",
                List.of(Map.of("indicator", "population-18-66", "weight", "1")),
                "guarantee",
                Map.of("variant", "state", "threshold", "400"));
        var run = new HashMap<>(run(framework, 2026, model));
        run.put("unit", 1);

        var lines = post(
                        world.asPerson("minister", "ministry"),
                        "/v1/sweeps",
                        Map.of(
                                "run",
                                run,
                                "amounts",
                                true,
                                "axes",
                                List.of(Map.of(
                                        "pointers",
                                        List.of("/pots/0/model/guarantee/variant", "/pots/0/model/guarantee/threshold"),
                                        "values",
                                        List.of(
                                                List.of("state", "400"),
                                                List.of("state", "5"),
                                                List.of("strict", "7.5"))))))
                .statusCode(200)
                .extract()
                .asString()
                .split("\n", -1);

        var known = municipalities.validOn(AFTER);
        var json = new ObjectMapper();
        compare(json.readTree(lines[1]), known, state(known, before, 400));
        compare(json.readTree(lines[2]), known, state(known, before, 5));
        compare(json.readTree(lines[3]), known, strict(known, before));
    }

    private static void compare(JsonNode scenario, List<KnownMunicipality> known, List<Long> slow) {
        assertThat(scenario.path("line").asText()).isEqualTo("scenario");
        var amounts = new ArrayList<Long>();
        known.forEach(one ->
                amounts.add(scenario.path("amounts").path(one.number().value()).asLong(-1)));
        assertThat(amounts).isEqualTo(slow);
        assertThat(amounts.stream().mapToLong(amount -> amount).sum()).isEqualTo(APPROPRIATION);
    }

    private Map<String, Long> amountsBefore(String run) {
        var result = adviser()
                .get("/v1/allocation-runs/" + run + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var numbers = result.getList("items.number", String.class);
        var amounts = result.getList("items.amount", Long.class);
        var before = new HashMap<String, Long>();
        for (var i = 0; i < numbers.size(); i++) {
            before.put(numbers.get(i), amounts.get(i));
        }
        return before;
    }

    private List<Long> state(List<KnownMunicipality> known, Map<String, Long> before, long threshold) {
        return rounded(SlowReference.stateGuarantee(q(known, before), after(known), people(known), Q.q(threshold)));
    }

    private List<Long> strict(List<KnownMunicipality> known, Map<String, Long> before) {
        var threshold = Q.q(15).over(Q.q(2));
        return rounded(SlowReference.strictGuarantee(q(known, before), after(known), people(known), threshold));
    }

    private static List<Q> q(List<KnownMunicipality> known, Map<String, Long> before) {
        return known.stream()
                .map(one -> Q.q(before.getOrDefault(one.number().value(), 0L)))
                .toList();
    }

    /** The framework amounts, whole kroner, by the definition. */
    private List<Q> after(List<KnownMunicipality> known) {
        var shares = SlowReference.shares(List.of(Q.q(1)), List.of(people(known)));
        return rounded(shares.stream()
                        .map(share -> share.times(Q.q(APPROPRIATION)))
                        .toList())
                .stream()
                .map(Q::q)
                .toList();
    }

    private static List<Long> rounded(List<Q> exact) {
        return SlowReference.round(exact, 1, exact.stream().map(one -> (Q) null).toList());
    }

    /** What the numbers of 2025 had, with the municipalities of 2026: other stories of this database merge some. */
    private Map<String, Long> inTheStructureAfter(Map<String, Long> byNumber) {
        var result = new HashMap<String, Long>();
        byNumber.forEach((number, amount) -> result.merge(
                heir(municipalities
                        .byNumber(new MunicipalityNumber(number), BEFORE)
                        .orElseThrow()),
                amount,
                Long::sum));
        return result;
    }

    private String heir(KnownMunicipality one) {
        var passed = municipalities.passedOn(one.id(), AFTER);
        assertThat(passed).hasSize(1);
        return municipalities
                .byId(passed.getFirst().municipalityId(), AFTER)
                .orElseThrow()
                .number()
                .value();
    }

    /** Both figures that are published for the story: 90 000 in the large municipality and 1 000 in all others. */
    private List<Q> people(List<KnownMunicipality> known) {
        var people = new HashMap<String, Long>();
        municipalities
                .validOn(BEFORE)
                .forEach(one ->
                        people.merge(heir(one), one.number().equals(large.number()) ? 90_000L : 1_000L, Long::sum));
        return known.stream().map(one -> Q.q(people.get(one.number().value()))).toList();
    }
}
