package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.signatory;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.testing.FormBodies;
import no.opptrapping.grant.testing.World;
import no.opptrapping.grant.testing.World.Resident;

/** What is done in a scheme's year, by those who do it. */
abstract class WholeYear {
    private static final Map<String, Object> DIRECTOR = signatory("Kari Nordmann", "Kommunedirektør");

    @Inject
    World world;

    RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }

    RequestSpecification controller() {
        return world.asPerson("controller-1", "controller");
    }

    RequestSpecification bank() {
        return world.asPerson("bank", "administrator");
    }

    /** Made by an adviser, approved, announced or put in force by somebody else. */
    String byTwo(String path, Object body, String act) {
        var id = made(adviser(), path, body);
        post(leader(), path + "/" + id + "/" + act, Map.of()).statusCode(201);
        return id;
    }

    String made(RequestSpecification by, String path, Object body) {
        return post(by, path, body).statusCode(201).extract().path("id");
    }

    /** An application with the answers that the call's form asks for and the name of who filled it in. */
    static Map<String, Object> filledIn(String call) {
        var body = application(call);
        body.put("answers", FormBodies.answers());
        body.put("filledInBy", signatory("Ola Nordmann", "Rådgiver"));
        return body;
    }

    String begun(Resident by, Map<String, Object> body) {
        return made(world.as(by), "/v1/applications", body);
    }

    ValidatableResponse on(Resident by, String application, String act, Object body) {
        return post(world.as(by), "/v1/applications/" + application + "/" + act, body);
    }

    ValidatableResponse signedAndSubmitted(Resident by, String application) {
        on(by, application, "signature", DIRECTOR).statusCode(201);
        return on(by, application, "submission", Map.of()).statusCode(201);
    }

    String applied(Resident by, String call) {
        var id = begun(by, filledIn(call));
        signedAndSubmitted(by, id);
        return id;
    }

    void assess(String application, int amount, int rank) {
        var body = assessment(application, amount, rank);
        body.remove("score");
        body.put("points", List.of(Map.of("criterion", "need", "points", 5), Map.of("criterion", "plan", "points", 4)));
        post(adviser(), "/v1/assessments", body).statusCode(201);
    }

    void accept(Resident by, String award, String account) {
        post(
                        world.as(by),
                        "/v1/awards/" + award + "/acceptance",
                        Map.of("accountNumber", account, "acceptedBy", "Kari Nordmann", "termsAccepted", true))
                .statusCode(201);
    }

    /** Ordered by one and approved by another; what the batch left, and why. */
    JsonPath batch(String scheme, String dueOn) {
        var batch = post(adviser(), "/v1/payment-batches", Map.of("schemeId", scheme, "year", 2025, "dueOn", dueOn))
                .statusCode(201)
                .extract()
                .jsonPath();
        post(controller(), "/v1/payment-batches/" + batch.getString("id") + "/approval")
                .statusCode(201);
        return batch;
    }

    /** A file of everything that is approved of the scheme. */
    JsonPath fileToTheBank(String scheme) {
        return post(bank(), "/v1/bank-files", Map.of("schemeId", scheme))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    String contentOf(JsonPath file) {
        return bank().accept("application/xml")
                .get("/v1/bank-files/" + file.getLong("number") + "/content")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    void theBankSays(String file) {
        bank().contentType("application/xml")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/bank-answers")
                .then()
                .statusCode(201);
    }

    /** The ledger balances, and its figures are these: awarded, undistributed, paid and not accounted for or unpaid. */
    void balances(String scheme, long awarded, long undistributed) {
        var check = controller().get("/v1/ledger/check?schemeId=" + scheme).jsonPath();
        assertThat(check.getBoolean("balanced")).as(check.prettify()).isTrue();
        var accounts = controller()
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .jsonPath();
        assertThat(accounts.getLong("awarded")).isEqualTo(awarded);
        assertThat(accounts.getLong("undistributed")).isEqualTo(undistributed);
    }
}
