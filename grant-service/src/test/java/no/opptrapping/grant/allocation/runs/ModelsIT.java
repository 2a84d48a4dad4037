package no.opptrapping.grant.allocation.runs;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.measure;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.reported.HeardReport;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Every way of dividing through the API, with the real database. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ModelsIT extends AllocationStory {
    @Inject
    Reports reports;

    @Test
    void faultsOfTheFormAndOfItsContentComeInOneAnswer() {
        var model = Map.of("kind", "position", "rule", "by-lot", "rate", -1, "weights", List.of());
        var pot = Map.of("name", "", "budget", Map.of("amount", 1, "rest", true), "model", model);
        var another = Map.of("name", "x", "budget", Map.of("rest", true), "model", Map.of("kind", "lottery"));
        post(adviser(), "/v1/allocation-runs", withPots(pot, another))
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        containsInAnyOrder(
                                "/pots/0/name validation.missing",
                                "/pots/0/budget allocation.amount-or-rest",
                                "/pots/0/model/callId allocation.needed-for-this-kind",
                                "/pots/0/model/rate validation.too-small",
                                "/pots/0/model/rule body.unknown-code",
                                "/pots/0/model/stepDown allocation.needed-for-this-kind",
                                "/pots/0/model/weights allocation.not-for-this-kind",
                                "/pots/1/model/kind body.unknown-code"));
    }

    @Test
    void positionsOfEarlierYearsComeBeforeNewOnes() {
        var call = announced();
        assessed(submitted(large, call, 100, 1), 400_000, 1);
        assessed(submitted(small, call, 150, 2), 400_000, 2);
        world.itIs(AFTER_THE_DEADLINE);
        var model = new HashMap<String, Object>(Map.of("kind", "position", "callId", call, "rule", "ranked"));
        simulate(model)
                .statusCode(422)
                .body("errors.pointer", hasItems("/pots/0/model/rate", "/pots/0/model/stepDown"));
        model.put("rate", 330_000);
        model.put("stepDown", List.of("1", "0.75", "0.5", "2"));
        simulate(model).statusCode(422).body("errors.pointer", contains("/pots/0/model/stepDown/3"));
        model.put("stepDown", List.of("1", "0.75", "0.5", "0.25"));
        var id = simulate(model, Map.of("amount", 600_000))
                .statusCode(201)
                .extract()
                .<String>path("id");

        // 1.5 positions in their second year: 247 500 and 123 750 kroner; the new one gets what they leave.
        var result = result(id);
        assertThat(amount(result, small)).isEqualTo(371_250);
        assertThat(amount(result, large)).isEqualTo(228_750);
        assertThat(result.getInt("pots[0].leftForNew")).isEqualTo(228_750);
        adviser()
                .get("/v1/allocation-runs/" + id + "/explanations/" + small.number())
                .then()
                .statusCode(200)
                .body("pots[0].kind", equalTo("position"))
                .body("pots[0].sentences[1].nb", containsString("tidligere år"));
        post(leader(), "/v1/allocation-runs/" + id + "/adoption", Map.of()).statusCode(201);
    }

    /** Of 600 000 kroner the ceilings are 593 407 and 6 593; what the large one does not ask for the small one gets. */
    @Test
    void whatNobodyAsksForOfItsCeilingGoesToThoseThatAskedForMore() {
        var call = announced(Map.of("rule", "within-ceiling"));
        assessed(submitted(large, call, 100, 1), 100_000, 1);
        assessed(submitted(small, call, 100, 1), 400_000, 1);
        world.itIs(AFTER_THE_DEADLINE);
        simulate(Map.of("kind", "application", "callId", call))
                .statusCode(422)
                .body("errors.code", hasItem("allocation.model-of-the-call"));
        var model = Map.of(
                "kind",
                "ceiling",
                "callId",
                call,
                "weights",
                List.of(Map.of("indicator", "population", "weight", "1")));
        var run = withPots(Map.of(
                "name",
                "alt",
                "budget",
                Map.of("amount", 600_000),
                "eligible",
                Map.of("municipalities", List.of(large.number(), small.number())),
                "model",
                model));
        run.put("unit", 1);
        var id = post(adviser(), "/v1/allocation-runs", run)
                .statusCode(201)
                .extract()
                .<String>path("id");

        var result = result(id);
        assertThat(amount(result, large)).isEqualTo(100_000);
        assertThat(amount(result, small)).isEqualTo(400_000);
        assertThat(result.getInt("pots[0].leftForNew")).isEqualTo(493_407);
        adviser()
                .get("/v1/allocation-runs/" + id + "/explanations/" + small.number())
                .then()
                .statusCode(200)
                .body("pots[0].kind", equalTo("ceiling"))
                .body("pots[0].byCeiling.ceiling", equalTo(6_593))
                .body("pots[0].byCeiling.second", equalTo(393_407))
                .body("pots[0].sentences[1].en", containsString("493"));
        post(leader(), "/v1/allocation-runs/" + id + "/adoption", Map.of()).statusCode(201);
        adviser()
                .get("/v1/awards?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("items.amount", containsInAnyOrder(100_000, 400_000));
    }

    @Test
    void municipalitiesAreToldTheirCeilingsAndMayNotAskForMore() {
        var by = Map.of("kind", "objective", "weights", List.of(Map.of("indicator", "population", "weight", "1")));
        var run = withPots(Map.of(
                "name",
                "rammer",
                "budget",
                Map.of("amount", 600_000),
                "eligible",
                Map.of("municipalities", List.of(large.number(), small.number())),
                "model",
                by));
        run.put("unit", 1);
        var ceilings = post(adviser(), "/v1/allocation-runs", run)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var body = call(scheme);
        body.put("rule", "within-ceiling");
        var call = post(adviser(), "/v1/calls", body).statusCode(201).extract().<String>path("id");
        tell(leader(), call, UUID.randomUUID().toString())
                .statusCode(422)
                .body("errors.code", contains("ceiling.run-of-scheme-and-year"));
        tell(leader(), call, simulated()).statusCode(200);
        tell(leader(), call, ceilings).statusCode(200).body("moreMayBeAsked", equalTo(false));
        given().get("/v1/calls/" + call + "/ceilings").then().statusCode(404);
        post(leader(), "/v1/calls/" + call + "/announcement").statusCode(201);
        given().get("/v1/calls/" + call + "/ceilings?limit=500")
                .then()
                .statusCode(200)
                .body("items.find { it.number == '" + large.number() + "' }.amount", equalTo(593_407))
                .body("items.find { it.number == '" + small.number() + "' }.amount", equalTo(6_593));
        world.itIs(WHILE_OPEN);
        tell(leader(), call, ceilings).statusCode(409).body("type", endsWith("ceiling.call-is-open"));

        var other = submitted(large, call, 100, 1);
        var above = post(world.as(small), "/v1/applications", application(call))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.as(small), "/v1/applications/" + above + "/submission")
                .statusCode(422)
                .body("errors.collect { it.pointer + ' ' + it.code }", hasItem("/asked application.above-ceiling"));
        aParticipantWithoutShareLendsNoCeiling(call);
        whatWasToldIsWhatIsDivided(call, other);
    }

    /** Also when figures and the sum are others: the key would give the small one a fifth of 500 000 now. */
    private void whatWasToldIsWhatIsDivided(String call, String other) {
        var body = application(call);
        body.put("asked", 6_000);
        body.put("ownShare", 494_000);
        body.put("measures", List.of(measure("ambulant-outreach", "Oppsøkende team", 6_000)));
        var own = submitted(small, body);
        QuarkusTransaction.requiringNew().run(() -> indicators.keep(newer()));
        assessed(own, 6_000, 1);
        assessed(other, 400_000, 2);
        world.itIs(AFTER_THE_DEADLINE);
        dividing(call, 405_999)
                .statusCode(422)
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains("/pots/0/budget allocation.ceilings-within-budget"));
        var id = dividing(call, 500_000).statusCode(201).extract().<String>path("id");
        adviser()
                .get("/v1/allocation-runs/" + id + "/explanations/" + small.number())
                .then()
                .statusCode(200)
                .body("amount", equalTo(6_000))
                .body("pots[0].byCeiling.ceiling", equalTo(6_593));
        assertThat(amount(result(id), large)).isEqualTo(400_000);
        post(leader(), "/v1/allocation-runs/" + id + "/adoption", Map.of()).statusCode(201);
    }

    private HeardIndicator newer() {
        return new HeardIndicator(
                "population",
                HeardIndicator.Kind.QUANTITY,
                Year.of(2024),
                LocalDate.of(2024, 1, 1),
                VERSIONS.incrementAndGet(),
                "persons",
                "Invented for a test",
                municipalities.validOn(STRUCTURE).stream()
                        .map(one -> new HeardIndicator.Value(
                                one.number(), one.number().equals(large.number()) ? "4000" : "1000"))
                        .toList(),
                Optional.empty());
    }

    private ValidatableResponse dividing(String call, int sum) {
        var run = withPots(Map.of(
                "name",
                "alt",
                "budget",
                Map.of("amount", sum),
                "eligible",
                Map.of("municipalities", List.of(large.number(), small.number())),
                "model",
                Map.of(
                        "kind",
                        "ceiling",
                        "callId",
                        call,
                        "weights",
                        List.of(Map.of("indicator", "population", "weight", "1")))));
        run.put("unit", 1);
        return post(adviser(), "/v1/allocation-runs", run);
    }

    /** The large one has 593 407, and is neither asked nor bound where it is to have nothing. */
    private void aParticipantWithoutShareLendsNoCeiling(String call) {
        var other = application(call);
        other.put(
                "participants",
                List.of(
                        participant(small.number().value(), 400_000),
                        participant(large.number().value(), 0)));
        var joint = post(world.as(small), "/v1/applications", other)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.as(small), "/v1/applications/" + joint + "/submission")
                .statusCode(422)
                .body("errors.collect { it.pointer + ' ' + it.code }", hasItem("/asked application.above-ceiling"));
    }

    private ValidatableResponse tell(RequestSpecification by, String call, String run) {
        return by.contentType("application/json")
                .body(Map.of("runId", run, "moreMayBeAsked", false))
                .put("/v1/calls/" + call + "/ceilings")
                .then();
    }

    @Test
    void onlyUnitsOfAnApprovedReportCount() {
        reported(large, HeardReport.Status.APPROVED);
        reported(small, HeardReport.Status.SUBMITTED);
        var model = Map.<String, Object>of(
                "kind",
                "activity",
                "unitPrice",
                "1000",
                "ownShare",
                "0.2",
                "activities",
                List.of(
                        Map.of("number", large.number(), "units", "10.5"),
                        Map.of("number", small.number(), "units", "100")));
        var id = simulate(model).statusCode(201).extract().<String>path("id");

        var result = result(id);
        assertThat(amount(result, large)).isEqualTo(8_400);
        assertThat(amount(result, small)).isZero();
        assertThat(result.getString("pots[0].unitPriceUsed")).isEqualTo("1000.000000");
        adviser()
                .get("/v1/allocation-runs/" + id + "/explanations/" + small.number())
                .then()
                .body("pots[0].sentences[1].en", containsString("not approved"));
    }

    @Test
    void aPotIsForThoseEligibleAndAnExclusiveOneForNobodyElse() {
        var list = List.of(large.number().value(), small.number().value());
        var first = Map.of(
                "name",
                "storby",
                "budget",
                Map.of("amount", 1_000_000),
                "eligible",
                Map.of("municipalities", list),
                "model",
                Map.of(
                        "kind",
                        "objective",
                        "weights",
                        List.of(Map.of("indicator", "population", "weight", "1")),
                        "floors",
                        Map.of(small.number().value(), 300_000)));
        var second = Map.of("name", "resten", "budget", Map.of("rest", true), "model", objective("0.6"));
        var id = post(adviser(), "/v1/allocation-runs", withPots(first, second))
                .statusCode(201)
                .extract()
                .<String>path("id");
        var result = result(id);
        assertThat(amounts(result, small).getFirst()).isEqualTo(300_000);
        assertThat(amounts(result, large).getFirst()).isEqualTo(700_000);
        assertThat(result.getInt("pots[0].sum")).isEqualTo(1_000_000);
        assertThat(amounts(result, small)).hasSize(2);

        var alone = new HashMap<String, Object>(first);
        alone.put("exclusive", true);
        post(adviser().header("Accept-Language", "en"), "/v1/allocation-runs", withPots(alone, second))
                .statusCode(422)
                .body("errors.code", contains("allocation.exclusive-pot-not-shared"))
                .body("errors[0].detail", containsString(small.number().value()));
        var ceased = world.ceased("Nedlagt", LocalDate.of(2020, 1, 1), large);
        alone.put(
                "eligible",
                Map.of("municipalities", List.of(ceased.value(), "0000", list.getFirst(), list.getFirst())));
        post(adviser(), "/v1/allocation-runs", withPots(alone))
                .statusCode(422)
                .body(
                        "errors.code",
                        hasItems(
                                "allocation.municipality-not-ceased",
                                "allocation.municipality-known",
                                "allocation.recipient-only-once"))
                .body(
                        "errors.pointer",
                        hasItems(
                                "/pots/0/eligible/municipalities/0",
                                "/pots/0/eligible/municipalities/1",
                                "/pots/0/eligible/municipalities/3"));
        alone.put("eligible", Map.of("grouping", Map.of("code", "no-grouping", "classes", List.of("1"))));
        post(adviser(), "/v1/allocation-runs", withPots(alone))
                .statusCode(422)
                .body("errors.pointer", hasItem("/pots/0/eligible/grouping"));
    }

    @Test
    void theLinkLeadsParticipantsSuccessorsAndRepresentativesToTheExplanation() {
        var third = world.founded("Tredjevik");
        var successor = world.founded("Nykommune");
        var host = world.founded("Verten");
        publish();
        var call = announced();
        var body = application(call);
        body.put(
                "participants",
                List.of(
                        participant(small.number().value(), 300_000),
                        participant(large.number().value(), 100_000)));
        assessed(submitted(small, body), assessment("", 300_001, 1));
        var refusal = assessment("", 0, 2);
        refusal.put("recommendation", "reject");
        refusal.put("reasons", "Utenfor formålet.");
        assessed(submitted(third, application(call)), refusal);
        world.itIs(Instant.parse("2025-04-01T08:00:00Z"));
        var id = simulate(Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(leader(), "/v1/allocation-runs/" + id + "/adoption", Map.of()).statusCode(201);
        var ofHost = "/v1/allocation-runs/" + id + "/explanations/" + small.number();
        var ofParticipant = "/v1/allocation-runs/" + id + "/explanations/" + large.number();

        world.as(small)
                .get(ofHost)
                .then()
                .statusCode(200)
                .body("amount", equalTo(300_001))
                .body("pots[0].byApplication.participants.amount", contains(225_001, 75_000));
        world.as(large).get(ofHost).then().statusCode(200).body("pots.kind", contains("application"));
        world.as(large)
                .get(ofParticipant)
                .then()
                .statusCode(200)
                .body("amount", equalTo(75_000))
                .body("pots.kind", contains("participation"))
                .body("pots[0].lines.contribution", contains("300001.00", "-225001.00"));
        world.as(third).get(ofHost).then().statusCode(404);
        world.as(third)
                .get("/v1/allocation-runs/" + id + "/explanations/" + third.number())
                .then()
                .statusCode(200)
                .body("amount", equalTo(0))
                .body("pots.kind", contains("rejected"))
                .body("pots[0].sentences[0].nb", containsString("Utenfor formålet."));

        merged(small, successor, LocalDate.of(2027, 6, 1), host);
        world.as(host)
                .header("Acting-For", small.number().value())
                .get(ofHost)
                .then()
                .statusCode(200);
        world.as(host).get(ofHost).then().statusCode(404);
        world.itIs(Instant.parse("2027-06-02T08:00:00Z"));
        world.as(successor).get(ofHost).then().statusCode(200).body("amount", equalTo(300_001));
        world.as(small).get(ofHost).then().statusCode(404);
    }

    /** The municipality passes to another on the day, and until then a third may act for it. */
    private void merged(World.Resident from, World.Resident into, LocalDate on, World.Resident representative) {
        var since = LocalDate.of(1900, 1, 1);
        world.keep(new HeardMunicipality(
                from.id(),
                on,
                List.of(new HeardMunicipality.Version(from.number(), from.name(), since, on)),
                List.of(new HeardMunicipality.Successor(into.id(), on, BigDecimal.ONE, true)),
                List.of(new HeardMunicipality.HeldNumber(from.organisation(), null, on)),
                List.of(new HeardMunicipality.Representative(
                        representative.organisation(), List.of("report"), since, null))));
    }

    private void assessed(String application, Map<String, Object> judgement) {
        judgement.put("applicationId", application);
        world.itIs(Instant.parse("2025-03-20T08:00:00Z"));
        post(adviser(), "/v1/assessments", judgement).statusCode(201);
        world.itIs(Instant.parse("2025-02-01T08:00:00Z"));
    }

    private void reported(World.Resident by, HeardReport.Status status) {
        var at = Instant.parse("2025-02-01T08:00:00Z");
        QuarkusTransaction.requiringNew()
                .run(() -> reports.keep(
                        new HeardReport(
                                UUID.randomUUID(),
                                1,
                                status,
                                by.id(),
                                by.number(),
                                Year.of(2024),
                                LocalDate.of(2025, 3, 1),
                                Optional.of(at),
                                Optional.of(at).filter(approved -> status == HeardReport.Status.APPROVED),
                                List.of(),
                                Optional.empty()),
                        at));
    }
}
