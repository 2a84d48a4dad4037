package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

/** A municipality states another account for its award, and its successor one of its own. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ChangedAccountsIT extends MillionToGive {
    private static final String OTHER = "12345678903";

    @Inject
    FollowStructureChanges follow;

    @Test
    void anotherAccountCancelsWhatIsNotSent() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        change(bygd, award, OTHER).then().statusCode(409).body("type", endsWith("account.award-not-accepted"));
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var ordered = ordered(award, 50_000);
        var approved = ordered(award, 60_000);
        approve(approved).then().statusCode(201);

        change(world.municipality(true), award, OTHER).then().statusCode(404);
        change(bygd, award, ACCOUNT).then().statusCode(422).body("errors.code", contains("account.unchanged"));
        change(bygd, award, "12345678901")
                .then()
                .statusCode(422)
                .body("errors.code", contains("award.account-number-wrong"));
        change(bygd, award, "1234.56.78903")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("accountNumber", equalTo(OTHER))
                .body("status", equalTo("in-force"))
                .body("needsApproval", equalTo(false));

        for (var payment : List.of(ordered, approved)) {
            read(payment)
                    .then()
                    .body("status", equalTo("cancelled"))
                    .body("cancelled.reason", equalTo("account-changed"));
        }
        approve(ordered).then().statusCode(409);
        confirm("/v1/payments/" + approved).then().statusCode(409);
        balances();
        var again = ordered(award, 200_000);
        read(again).then().body("accountNumber", equalTo(OTHER));
        approve(again).then().statusCode(201);
        confirm("/v1/payments/" + again).then().statusCode(201);
        balances();
        world.as(bygd)
                .get("/v1/awards/" + award + "/accounts")
                .then()
                .statusCode(200)
                .body("items.status", contains("replaced", "in-force"));
        world.as(world.municipality(true))
                .get("/v1/awards/" + award + "/accounts")
                .then()
                .statusCode(404);
    }

    @Test
    void aboveTheLimitASecondPersonApprovesTheAccountBeforeItIsUsed() {
        world.pays(scheme, Map.of("secondPersonAbove", 100_000));
        var bygd = world.municipality(true);
        var award = awards(2, Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var before = ordered(award, 1_000);
        change(bygd, award, OTHER).then().statusCode(201).body("status", equalTo("waiting"));
        read(before).then().body("status", equalTo("cancelled"));

        order("ada", award, 1_000)
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.account-to-be-approved"));
        world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", today()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.nothing-to-pay", "payment.account-to-be-approved"));
        assertThat(worklist("/v1/awards/" + award + "/accounts")).containsExactly("account-to-approve controller 1");
        instalments(award).then().body("instalments[0].waitsFor", contains("account-approval"));

        decide("ada", "adviser", award, 2, "/approval").then().statusCode(403);
        decide("kari", "controller", award, 3, "/approval").then().statusCode(404);
        decide("kari", "controller", award, 1, "/approval")
                .then()
                .statusCode(409)
                .body("type", endsWith("account.not-waiting"));
        decide("kari", "controller", award, 2, "/approval")
                .then()
                .statusCode(201)
                .body("status", equalTo("in-force"));
        decide("kari", "controller", award, 2, "/approval").then().statusCode(409);
        assertThat(worklist("/v1/awards/" + award + "/accounts")).isEmpty();
        read(ordered(award, 1_000)).then().body("accountNumber", equalTo(OTHER));

        change(bygd, award, ACCOUNT).then().statusCode(201).body("number", equalTo(3));
        decide("kari", "controller", award, 3, "/refusal")
                .then()
                .statusCode(201)
                .body("status", equalTo("refused"))
                .body("decision.reason", equalTo("Ikke kommunens."));
        read(ordered(award, 1_000)).then().body("accountNumber", equalTo(OTHER));
    }

    @Test
    void afterATakeoverNothingIsPaidUntilTheSuccessorHasStatedItsOwnAccount() {
        var former = world.municipality(true);
        var merged = world.municipality(true);
        var award = awards(Map.of(former, 200_000L)).getFirst();
        accept(former, award, ACCOUNT).then().statusCode(201);
        var payment = ordered(award, 50_000);
        world.merge(former, merged, LocalDate.of(2025, 7, 1));
        clock.resetTo(Instant.parse("2025-07-02T08:00:00Z"));
        follow.look();

        assertThat(worklist("/v1/awards/" + award + "/accounts")).containsExactly("account-to-state municipality 1");
        approve(payment).then().statusCode(422).body("errors.code", contains("payment.account-to-be-stated"));
        orderOn(award, 1_000, "2025-07-02")
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.account-to-be-stated"));
        // Even the same number has to be stated by the one that is to have the money.
        change(merged, award, ACCOUNT).then().statusCode(201).body("status", equalTo("in-force"));
        read(payment).then().body("status", equalTo("cancelled"));
        assertThat(worklist("/v1/awards/" + award + "/accounts")).isEmpty();
        var own = orderOn(award, 200_000, "2025-07-02")
                .then()
                .statusCode(201)
                .body("payeeId", equalTo(merged.id().toString()))
                .extract()
                .<String>path("id");
        approve(own).then().statusCode(201);
        balances();
    }

    @Test
    void ofManyAccountsAtOnceOneIsInForceAndNothingIsApprovedToAnother() throws Exception {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        var accounts = List.of(OTHER, ACCOUNT);
        var payments = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            payments.add(ordered(award, 1_000));
        }
        var acts = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 6; i++) {
            var account = accounts.get(i % accounts.size());
            var payment = payments.get(i);
            acts.add(() -> change(bygd, award, account).statusCode());
            acts.add(() -> approve(payment).statusCode());
            acts.add(() -> order("ada", award, 500).statusCode());
        }
        assertThat(atOnce(acts)).isSubsetOf(201, 409, 422);
        var stated = world.as(bygd)
                .get("/v1/awards/" + award + "/accounts")
                .then()
                .extract()
                .jsonPath();
        assertThat(stated.<String>getList("items.status").stream().filter("in-force"::equals))
                .hasSize(1);
        assertThat(stated.<Integer>getList("items.number"))
                .isEqualTo(IntStream.rangeClosed(1, stated.getList("items").size())
                        .boxed()
                        .toList());
        var inForce = stated.getString("items.find { it.status == 'in-force' }.accountNumber");
        world.as("kari", "controller")
                .get("/v1/payments?awardId=" + award)
                .then()
                .body(
                        "items.findAll { it.status != 'cancelled' && it.accountNumber != '" + inForce + "' }",
                        hasSize(0));
        balances();
    }

    private Response change(Municipality by, AwardId award, String account) {
        return world.as(by)
                .body(Map.of("accountNumber", account, "statedBy", "Rådmannen"))
                .post("/v1/awards/" + award + "/accounts");
    }

    private Response decide(String person, String role, AwardId award, int number, String what) {
        var request = world.as(person, role);
        return (what.equals("/refusal") ? request.body(Map.of("reason", "Ikke kommunens.")) : request)
                .post("/v1/awards/" + award + "/accounts/" + number + what);
    }

    private Response instalments(AwardId award) {
        return world.as("kari", "controller").get("/v1/awards/" + award + "/instalments");
    }

    private Response orderOn(AwardId award, long amount, String dueOn) {
        return world.as("ada", "adviser")
                .body(Map.of("awardId", award.toString(), "amount", amount, "dueOn", dueOn))
                .post("/v1/payments");
    }

    private String ordered(AwardId award, long amount) {
        return order("ada", award, amount).then().statusCode(201).extract().path("id");
    }

    private Response approve(String payment) {
        return world.as("kari", "controller").post("/v1/payments/" + payment + "/approval");
    }

    private Response read(String payment) {
        return world.as("kari", "controller").get("/v1/payments/" + payment);
    }
}
