package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that divides by a call decides it, whichever way it divides, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class DecidingCallsIT extends AllocationStory {
    private static final Map<String, Object> CONFIRMED = Map.of("confirmSuperseded", true, "confirmRepeated", true);

    private static Map<String, Object> model(String kind, String call) {
        var model = new HashMap<String, Object>(
                Map.of("kind", kind, "callId", call, "rule", "ranked", "tieRule", "earliest"));
        if (kind.equals("position")) {
            model.put("rate", 330_000);
            model.put("stepDown", List.of("1", "0.75"));
        }
        return model;
    }

    private String runBy(String kind, String call) {
        return simulate(model(kind, call), Map.of("amount", 600_000))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String statusOf(World.Resident by, String application) {
        return world.as(by).get("/v1/applications/" + application).jsonPath().getString("status");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "position"})
    void adoptingARunByACallDecidesEveryApplicationAndClosesTheCall(String kind) {
        var call = announced();
        var first = submitted(large, call, 100, 1);
        var second = submitted(small, call, 100, 1);
        var third = world.founded("Avslagsvik");
        var rejected = submitted(third, call, 100, 1);
        assessed(first, 300_000, 1);
        assessed(second, 300_000, 2);
        post(
                        adviser(),
                        "/v1/assessments",
                        Map.of(
                                "applicationId",
                                rejected,
                                "assessedAmount",
                                0,
                                "score",
                                "1",
                                "rank",
                                3,
                                "recommendation",
                                "reject",
                                "reasons",
                                "Utenfor formålet."))
                .statusCode(201);
        var run = simulate(model(kind, call), Map.of("amount", 600_000))
                .statusCode(201)
                .body("warnings.code", contains("allocation.call-still-open"))
                .body("warnings[0].detail", containsString("1. mars 2025"))
                .extract()
                .<String>path("id");
        var other = runBy(kind, call);

        adopt(run, CONFIRMED)
                .statusCode(409)
                .body("type", endsWith("allocation.call-not-over"))
                .body("deadline", equalTo("2025-03-01T22:59:59Z"))
                .body("detail", containsString("1. mars 2025"));
        world.itIs(AFTER_THE_DEADLINE);
        adviser().get("/v1/allocation-runs/" + run).then().body("warnings", equalTo(List.of()));
        adopt(run).statusCode(201);

        assertThat(List.of(statusOf(large, first), statusOf(small, second), statusOf(third, rejected)))
                .containsExactly("approved", "approved", "rejected");
        adviser().get("/v1/calls/" + call).then().body("status", equalTo("closed"));
        adopt(other)
                .statusCode(409)
                .body("type", endsWith("allocation.call-already-decided"))
                .body("callId", equalTo(call));
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, 400_000})
    void aRunFromBeforeAParticipantWasReleasedCannotBeAdopted(int assessedAt) {
        var call = announced();
        var joint = application(call);
        joint.put(
                "participants",
                List.of(
                        participant(large.number().value(), 300_000),
                        participant(small.number().value(), 100_000)));
        var application = submitted(large, joint);
        assessed(application, assessedAt, 1);
        var run = runBy("application", call);
        post(
                        world.as(small),
                        "/v1/applications/" + application + "/releases",
                        Map.of("number", small.number().value(), "reason", "Vi søker selv."))
                .statusCode(201);
        world.itIs(AFTER_THE_DEADLINE);

        var wasWithinWhatIsLeft = assessedAt <= 300_000;
        adopt(run, CONFIRMED)
                .statusCode(409)
                .body(
                        "type",
                        endsWith(
                                wasWithinWhatIsLeft
                                        ? "allocation.applications-changed"
                                        : "allocation.applications-not-assessed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "position"})
    void aWithdrawnApplicationGetsNothingWhateverIsConfirmed(String kind) {
        var call = announced();
        assessed(submitted(large, call, 100, 1), 300_000, 1);
        var withdrawn = submitted(small, call, 100, 1);
        assessed(withdrawn, 300_000, 2);
        var run = runBy(kind, call);
        world.itIs(AFTER_THE_DEADLINE);
        post(world.as(small), "/v1/applications/" + withdrawn + "/withdrawal", Map.of("reason", "Trukket"))
                .statusCode(201);

        adopt(run, CONFIRMED)
                .statusCode(409)
                .body("type", endsWith("allocation.applications-changed"))
                .body("applications", hasItem(withdrawn));
        adviser().get("/v1/awards?schemeId=" + scheme).then().body("items", equalTo(List.of()));
        adopt(runBy(kind, call)).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "position"})
    void whatIsHandedInOnTimeIsNeverRejectedUnseen(String kind) {
        var call = announced();
        assessed(submitted(large, call, 100, 1), 300_000, 1);
        var run = runBy(kind, call);
        var late = submitted(small, call, 100, 1);
        var reference =
                world.as(small).get("/v1/applications/" + late).jsonPath().getString("reference");
        world.itIs(AFTER_THE_DEADLINE);

        adopt(run, CONFIRMED)
                .statusCode(409)
                .body("type", endsWith("allocation.applications-not-assessed"))
                .body("applications", contains(late))
                .body("detail", containsString(reference));
        assessed(late, 200_000, 2);
        adopt(run, CONFIRMED)
                .statusCode(409)
                .body("type", endsWith("allocation.applications-changed"))
                .body("applications", contains(late));
        adopt(runBy(kind, call)).statusCode(201);
        assertThat(statusOf(small, late)).isEqualTo("approved");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application", "position"})
    void theRuleAndTheTieRuleAreTheCalls(String kind) {
        var call = announced();
        assessed(submitted(large, call, 100, 1), 300_000, 1);
        assessed(submitted(small, call, 100, 1), 300_000, 2);
        var asked = model(kind, call);
        asked.put("rule", "proportional");
        asked.put("tieRule", "larger");
        simulate(asked)
                .statusCode(422)
                .body("errors.code", contains("allocation.rule-of-the-call", "allocation.tie-rule-of-the-call"))
                .body("errors.pointer", contains("/pots/0/model/rule", "/pots/0/model/tieRule"))
                .body("errors[0].detail", containsString("ranked"));
        var swept = new HashMap<>(
                withPots(Map.of("name", "alt", "budget", Map.of("amount", 500_000), "model", model(kind, call))));
        post(
                        adviser(),
                        "/v1/sweeps",
                        Map.of(
                                "run",
                                swept,
                                "axes",
                                List.of(Map.of(
                                        "pointers",
                                        List.of("/pots/0/model/rule"),
                                        "values",
                                        List.of(List.of("ranked"), List.of("proportional"))))))
                .statusCode(200)
                .body(containsString("\"scenario\":1"));

        asked.remove("rule");
        asked.remove("tieRule");
        var run = simulate(asked).statusCode(201).extract().<String>path("id");
        adviser()
                .get("/v1/allocation-runs/" + run)
                .then()
                .body("parameters.pots[0].model.rule", equalTo("ranked"))
                .body("parameters.pots[0].model.tieRule", equalTo("earliest"));
    }
}
