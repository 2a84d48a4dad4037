package no.opptrapping.grant.cases;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import no.opptrapping.grant.testing.SubmittedApplications;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** Advisers take cases, hand them over and let go of them, one by one and over a selection. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class CasesIT extends SubmittedApplications {
    @Test
    void anAdviserTakesACaseHandsItOverAndTheNextOneLetsGoOfIt() {
        var id = submitted(world.founded("Utsira"), 400_000);
        take("anna", id).statusCode(201).body("holding.holder", equalTo("anna"));
        take("anna", id).statusCode(201);
        take("bo", id).statusCode(409).body("type", endsWith("case.held-by-another"));
        handOver("bo", id, "bo").statusCode(409).body("type", endsWith("case.held-by-another"));
        handOver("anna", id, "bo").statusCode(201).body("holding.holder", equalTo("bo"));
        release("anna", id).statusCode(409).body("type", endsWith("case.held-by-another"));
        release("bo", id).statusCode(201).body("holding", nullValue());
        release("bo", id).statusCode(409).body("type", endsWith("case.held-by-nobody"));
        adviser()
                .get("/v1/cases/" + id)
                .then()
                .statusCode(200)
                .body("moves.kind", contains("released", "handed-over", "taken"))
                .body("moves.by", contains("bo", "anna", "anna"))
                .body("moves[1].reason", equalTo("Ferie."));
    }

    @Test
    void aDecisionMakerGivesAwayWhatNobodyOrSomebodyElseHas() {
        var id = submitted(world.founded("Utsira"), 400_000);
        handOver("anna", id, "bo").statusCode(409).body("type", endsWith("case.held-by-nobody"));
        give(id, "anna").statusCode(201).body("holding.givenBy", equalTo("leader-1"));
        give(id, "bo").statusCode(201).body("holding.holder", equalTo("bo"));
        give(id, "   ").statusCode(422);
        post(leader(), "/v1/cases/" + id + "/release", Map.of()).statusCode(201);
    }

    @Test
    void whoeverIsDisqualifiedHasNoCaseAndWhatTheyHadIsAnybodysToTake() {
        var id = submitted(world.founded("Utsira"), 400_000);
        take("anna", id).statusCode(201);
        disqualified("anna");
        queue("callId=" + call).body("items.waitsFor.step", contains("take"));
        give(id, "anna").statusCode(422).body("errors.pointer", contains("/to"));
        release("anna", id).statusCode(403).body("type", endsWith("impartiality.disqualified"));
        take("bo", id).statusCode(201).body("holding.holder", equalTo("bo"));
        take("anna", id).statusCode(403);
    }

    @Test
    void onlyWhoHasTheCaseAssessesIt() {
        var id = submitted(world.founded("Utsira"), 400_000);
        take("anna", id).statusCode(201);
        post(person("bo"), "/v1/assessments", assessment(id, 300_000, 1))
                .statusCode(409)
                .body("type", endsWith("assessment.held-by-another"));
        post(person("anna"), "/v1/assessments", assessment(id, 300_000, 1)).statusCode(201);
    }

    @Test
    void ofManyWhoTakeOneCaseAtOnceOneHasIt() throws Exception {
        var id = submitted(world.founded("Utsira"), 400_000);
        var number = new AtomicInteger();
        assertThat(atOnce(12, () -> take("adviser-" + number.incrementAndGet(), id)))
                .containsOnly(Map.entry(201, 1L), Map.entry(409, 11L));
        adviser().get("/v1/cases/" + id).then().body("moves", hasSize(1));
    }

    @Test
    void theQueueHasTheLongestWaitFirstAndOfOneDayTheLargest() {
        var small = submitted(world.founded("Utsira"), 200_000);
        var large = submitted(world.founded("Røst"), 900_000);
        world.itIs(OPEN.plusSeconds(86_400));
        var late = submitted(world.founded("Træna"), 950_000);
        take("anna", large).statusCode(201);
        post(adviser(), "/v1/assessments", assessment(late, 900_000, 1)).statusCode(201);

        queue("callId=" + call)
                .body("items.applicationId", contains(large, small, late))
                .body("items.daysWaiting", contains(1, 1, 0))
                .body("items.waitsFor.step", contains("assessment", "take", "second-person"))
                .body("items.waitsFor.role", contains("adviser", "adviser", "decision-maker"))
                .body("items[0].waitsFor.person", equalTo("anna"))
                .body("items[0].municipality.name", equalTo("Røst"));
        assertThat(pages("callId=" + call)).containsExactly(large, small, late);
        person("anna")
                .get("/v1/assessment-queue?whose=mine&callId=" + call)
                .then()
                .body("items.applicationId", contains(large));
        queue("whose=unassigned&callId=" + call).body("items.applicationId", contains(small, late));
        queue("waitsFor=take&callId=" + call).body("items.applicationId", contains(small));
        adviser().get("/v1/assessment-queue?whose=theirs").then().statusCode(400);
    }

    @Test
    void aCountyGovernorSeesTheCasesOfItsOwnMunicipalitiesAndAStrangerNone() {
        var own = submitted(world.foundedIn("61", "Fjellby"), 200_000);
        submitted(world.foundedIn("62", "Fjordby"), 300_000);
        world.asCountyGovernor("61")
                .get("/v1/assessment-queue?callId=" + call)
                .then()
                .statusCode(200)
                .body("items.applicationId", contains(own));
        world.asCountyGovernor("62").get("/v1/cases/" + own).then().statusCode(404);
        var draft = begun(world.founded("Utkast"), 100_000);
        take("anna", draft).statusCode(404);
        adviser().get("/v1/cases/" + draft).then().statusCode(404);
    }

    @Test
    void aSelectionAnswersForEachAndWhatIsDoneStaysDone() {
        var free = submitted(world.founded("Utsira"), 200_000);
        var taken = submitted(world.founded("Røst"), 300_000);
        take("bo", taken).statusCode(201);
        var draft = begun(world.founded("Træna"), 100_000);
        var body = Map.of("act", "take", "applications", List.of(free, taken, draft));
        var key = "selection-" + call;
        for (var replayed : new String[] {null, "true"}) {
            person("anna")
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body(body)
                    .post("/v1/case-selections")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("done", equalTo(1))
                    .body("refused", equalTo(2))
                    .body("outcomes.applicationId", contains(free, taken, draft))
                    .body("outcomes[0].refusal", nullValue())
                    .body("outcomes[1].refusal.type", endsWith("case.held-by-another"))
                    .body("outcomes[2].refusal.status", equalTo(404));
        }
        adviser().get("/v1/cases/" + free).then().body("holding.holder", equalTo("anna"));
    }

    @Test
    void aSelectionIsAssessedAlikeHandedOverAndLetGoOf() {
        var ids = IntStream.range(0, 3)
                .mapToObj(i -> submitted(world.founded("Kommune " + i), 200_000 + i))
                .toList();
        select("anna", Map.of("act", "take", "applications", ids)).body("done", equalTo(3));
        select("anna", Map.of("act", "hand-over", "applications", ids, "to", "bo", "reason", "Ferie."))
                .body("done", equalTo(3));
        select("bo", Map.of("act", "release", "applications", ids.subList(0, 1)))
                .body("done", equalTo(1));
        var judgement = Map.of("recommendation", "approve", "reasons", "Alle har en god plan.", "score", "80");
        select("bo", Map.of("act", "assess", "applications", ids, "judgement", judgement))
                .body("done", equalTo(3));
        select("bo", Map.of("act", "assess", "applications", ids, "judgement", judgement))
                .body("done", equalTo(0))
                .body("outcomes[0].refusal.type", endsWith("assessment.assessed-before"));
        adviser()
                .get("/v1/assessments?callId=" + call)
                .then()
                .body("items.assessedAmount", containsInAnyOrder(200_000, 200_001, 200_002));
    }

    @Test
    void aSelectionIsRejectedForAReasonOfTheRulesOnlyWhereTheyHaveAList() {
        var id = submitted(world.founded("Værøy"), 200_000);
        var judgement = Map.of("recommendation", "reject", "reasons", "Ingen plan.", "rejectionReason", "no-plan");
        select("anna", Map.of("act", "assess", "applications", List.of(id), "judgement", judgement))
                .body("done", equalTo(0))
                .body("outcomes[0].refusal.errors.code", contains("assessment.rejection-reason-not-asked"));
    }

    @Test
    void aSelectionThatSaysTooLittleIsRefusedWithEveryFault() {
        var id = submitted(world.founded("Utsira"), 200_000);
        post(person("anna"), "/v1/case-selections", Map.of("act", "hand-over", "applications", List.of(id, id)))
                .statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/applications/1", "/to", "/reason"));
        post(person("anna"), "/v1/case-selections", Map.of("act", "take", "applications", List.of()))
                .statusCode(422);
    }

    private List<String> pages(String query) {
        var found = new ArrayList<String>();
        var next = "";
        do {
            var page = adviser()
                    .get("/v1/assessment-queue?limit=1&" + query + (next.isEmpty() ? "" : "&cursor=" + next))
                    .jsonPath();
            found.addAll(page.getList("items.applicationId"));
            next = page.getString("next") == null ? "" : page.getString("next");
        } while (!next.isEmpty());
        return found;
    }

    private ValidatableResponse queue(String query) {
        return adviser().get("/v1/assessment-queue?" + query).then().statusCode(200);
    }

    private ValidatableResponse select(String who, Map<String, Object> body) {
        return post(person(who), "/v1/case-selections", body).statusCode(200);
    }

    private ValidatableResponse take(String who, String id) {
        return post(person(who), "/v1/cases/" + id + "/taking");
    }

    private ValidatableResponse handOver(String who, String id, String to) {
        return post(person(who), "/v1/cases/" + id + "/handover", Map.of("to", to, "reason", "Ferie."));
    }

    private ValidatableResponse give(String id, String to) {
        return post(leader(), "/v1/cases/" + id + "/handover", Map.of("to", to, "reason", "Fordelt."));
    }

    private ValidatableResponse release(String who, String id) {
        return post(person(who), "/v1/cases/" + id + "/release", Map.of());
    }

    private RequestSpecification person(String subject) {
        return world.asPerson(subject, "adviser");
    }
}
