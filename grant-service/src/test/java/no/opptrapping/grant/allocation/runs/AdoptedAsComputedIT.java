package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
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
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A run is adopted as it was computed, from what still holds, and not twice without a word. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AdoptedAsComputedIT extends AllocationStory {
    private static final Instant REPORTED_AT = Instant.parse("2025-02-01T08:00:00Z");

    @Inject
    Reports reports;

    @Test
    void aReportThatIsReturnedAfterTheRunStopsTheAdoption() {
        var report = UUID.randomUUID();
        reported(report, 1, HeardReport.Status.APPROVED);
        var run = simulate(
                        Map.of(
                                "kind", "activity",
                                "unitPrice", "1000",
                                "activities", List.of(Map.of("number", large.number(), "units", "10"))),
                        Map.of("amount", 10_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        reported(report, 2, HeardReport.Status.RETURNED);

        adopt(run)
                .statusCode(409)
                .body("type", endsWith("allocation.inputs-superseded"))
                .body("changed", contains("approved"));
    }

    @Test
    void aGroupingIsAnInputWithItsEditionAndAWithdrawnOneIsRefused() {
        var code = "group-" + UUID.randomUUID();
        grouped(code, 1, Optional.empty(), List.of(large));
        var run = ofClass(code).statusCode(201).extract().<String>path("id");
        var again = ofClass(code).statusCode(201).extract().<String>path("id");
        adviser()
                .get("/v1/allocation-runs/" + run + "/inputs")
                .then()
                .body("groupings[0].code", equalTo(code))
                .body("groupings[0].year", equalTo(2024))
                .body("groupings[0].version", equalTo(1))
                .body("groupings[0].structureDate", equalTo("2025-01-01"))
                .body("groupings[0].classes", contains("stor"));
        adviser()
                .get("/v1/allocation-runs/" + run)
                .then()
                .body("groupings[0].code", equalTo(code))
                .body("groupings[0].source", equalTo("Invented for a test"));

        grouped(code, 2, Optional.empty(), List.of(large));
        adopt(run).statusCode(409).body("changed", contains("groupings"));
        var newer = ofClass(code).statusCode(201).extract().<String>path("id");
        assertThat(inputHash(newer)).isNotEqualTo(inputHash(run)).isNotEqualTo(inputHash(again));
        grouped(code, 3, Optional.empty(), List.of(large, small));
        adopt(newer).statusCode(409).body("changed", hasItems("groupings", "eligible"));

        grouped(code, 3, Optional.of(new HeardIndicator.Withdrawal(REPORTED_AT, "Feil gruppe")), List.of(large, small));
        ofClass(code)
                .statusCode(422)
                .body("errors.code", contains("allocation.grouping-not-withdrawn"))
                .body("errors.pointer", contains("/pots/0/eligible/grouping"))
                .body("errors[0].detail", containsString("Feil gruppe"));
    }

    @Test
    void thoseThatApplyMeanwhileAreAChange() {
        var call = announced();
        submitted(large, call, 100, 1);
        var run = appliedTo(call);
        submitted(small, call, 100, 1);
        adopt(run).statusCode(409).body("changed", contains("eligible"));
    }

    /** Those that applied: assessed or not, decided or not, alone or with others, but not those that took it back. */
    @Test
    void thoseThatAppliedAreTheSameAfterTheDecision() {
        var call = announced();
        var partner = world.founded("Nabovik");
        var gone = world.founded("Trekkvik");
        publish();
        var body = application(call);
        body.put(
                "participants",
                new ArrayList<>(List.of(
                        participant(large.number().value(), 300_000),
                        participant(partner.number().value(), 100_000))));
        var joint = submitted(large, body);
        var rejected = submitted(small, call, 100, 1);
        var withdrawn = submitted(gone, call, 100, 1);
        post(world.as(gone), "/v1/applications/" + withdrawn + "/withdrawal", Map.of("reason", "Trukket"))
                .statusCode(201);
        var before = eligible(appliedTo(call));
        assertThat(before)
                .containsExactlyInAnyOrder(
                        large.number().value(),
                        small.number().value(),
                        partner.number().value());
        assessed(joint, 300_000, 1);
        assessed(rejected, 300_000, 2);
        var run = simulate(
                        Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest"),
                        Map.of("amount", 300_000))
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.itIs(AFTER_THE_DEADLINE);
        adopt(run).statusCode(201);
        assertThat(eligible(appliedTo(call))).isEqualTo(before);
    }

    @Test
    void theSameDivisionIsAdoptedASecondTimeOnlyByOneWhoSaysSo() {
        var first = ofHalf("Fordeling i januar");
        var second = ofHalf("Fordeling en gang til");
        adopt(first).statusCode(201);
        adviser()
                .get("/v1/allocation-runs/" + second)
                .then()
                .body("otherRuns.id", contains(first))
                .body("otherRuns[0].name", equalTo("Fordeling i januar"))
                .body("otherRuns[0].sum", equalTo(5_000_000))
                .body("otherRuns[0].sameDivision", equalTo(true))
                .body("warnings.code", contains("allocation.same-division-adopted"));
        adopt(second)
                .statusCode(409)
                .body("type", endsWith("allocation.same-division"))
                .body("runs[0].id", equalTo(first))
                .body("runs[0].sum", equalTo(5_000_000))
                .body("detail", containsString("Fordeling i januar"));
        adopt(second, Map.of("confirmRepeated", true)).statusCode(201).body("otherRuns.id", contains(first));
    }

    @Test
    void aPhaseInFromAYearWithoutAwardsIsAFaultAndNotAZero() {
        var framework = schemeWithMoney("framework");
        post(
                        adviser(),
                        "/v1/allocation-runs",
                        run(
                                framework,
                                2026,
                                Map.of(
                                        "kind",
                                        "incorporation",
                                        "fromSchemeId",
                                        scheme,
                                        "fromYear",
                                        2024,
                                        "weights",
                                        List.of(Map.of("indicator", "population-18-66", "weight", "1")))))
                .statusCode(422)
                .body("errors.code", contains("allocation.awards-before"))
                .body("errors.pointer", contains("/pots/0/model/fromYear"))
                .body("errors[0].detail", containsString("2024"));
    }

    private String ofHalf(String name) {
        var run = withPots(Map.of("name", "alt", "budget", Map.of("amount", 5_000_000), "model", objective("0.6")));
        run.put("name", name);
        return post(adviser(), "/v1/allocation-runs", run)
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String inputHash(String run) {
        return adviser().get("/v1/allocation-runs/" + run).jsonPath().getString("inputHash");
    }

    private List<String> eligible(String run) {
        return adviser()
                .get("/v1/allocation-runs/" + run + "/inputs")
                .jsonPath()
                .getList("eligible.0");
    }

    private String appliedTo(String call) {
        return post(adviser(), "/v1/allocation-runs", eligible(Map.of("appliedTo", call)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse ofClass(String code) {
        return post(
                adviser(),
                "/v1/allocation-runs",
                eligible(Map.of("grouping", Map.of("code", code, "classes", List.of("stor")))));
    }

    private Map<String, Object> eligible(Map<String, Object> who) {
        var pot = new HashMap<String, Object>(
                Map.of("name", "alt", "budget", Map.of("amount", 1_000_000), "model", objective("0.6")));
        pot.put("eligible", who);
        return withPots(pot);
    }

    private void grouped(
            String code, int version, Optional<HeardIndicator.Withdrawal> withdrawal, List<World.Resident> inClass) {
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(new HeardIndicator(
                        code,
                        HeardIndicator.Kind.GROUPING,
                        Year.of(2024),
                        LocalDate.of(2025, 1, 1),
                        version,
                        "class",
                        "Invented for a test",
                        inClass.stream()
                                .map(one -> new HeardIndicator.Value(one.number(), "stor"))
                                .toList(),
                        withdrawal)));
    }

    private void reported(UUID report, int version, HeardReport.Status status) {
        QuarkusTransaction.requiringNew()
                .run(() -> reports.keep(
                        new HeardReport(
                                report,
                                version,
                                status,
                                large.id(),
                                large.number(),
                                Year.of(2024),
                                LocalDate.of(2025, 3, 1),
                                Optional.of(REPORTED_AT),
                                Optional.of(REPORTED_AT).filter(at -> status == HeardReport.Status.APPROVED),
                                List.of(),
                                Optional.empty()),
                        REPORTED_AT));
    }
}
