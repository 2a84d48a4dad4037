package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reconciliation.ReportNews.Told;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment that the bank rejects, and one whose money comes back after it was confirmed. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class MoneyThatDoesNotArriveIT extends MillionToGive {
    @Inject
    ReportNews reports;

    private MoneyWorld.Municipality bygd;
    private AwardId award;

    @BeforeEach
    void anAcceptedAward() {
        bygd = world.municipality(true);
        award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
    }

    @Test
    void whatTheBankRejectsCanBeOrderedAgain() {
        var payment = approved(200_000);
        order("ada", award, 1).then().statusCode(422).body("errors.code", contains("payment.exceeds-award"));

        reject(payment)
                .then()
                .statusCode(201)
                .body("status", equalTo("rejected"))
                .body("version", equalTo(3))
                .body("failed.code", equalTo("AC01"))
                .body("failed.text", equalTo("Kontonummeret finnes ikke"))
                .body("failed.on", equalTo(today()));
        balances();
        assertThat(entries(award)).containsExactly("awarded");
        assertThat(worklist("/v1/payments/" + payment)).containsExactly("payment-rejected adviser 1");
        reject(payment).then().statusCode(409).body("type", endsWith("payment.not-with-the-bank"));
        confirm("/v1/payments/" + payment)
                .then()
                .statusCode(409)
                .body("type", endsWith("payment.not-approved"))
                .body("state", equalTo("rejected"));
        giveBack(payment).then().statusCode(409).body("type", endsWith("payment.not-confirmed"));

        clock.resetTo(clock.instant().plus(Duration.ofMinutes(1)));
        var again = approved(200_000);
        assertThat(worklist("/v1/payments/" + payment)).isEmpty();
        confirm("/v1/payments/" + again).then().statusCode(201);
        assertThat(entries(award)).containsExactly("awarded", "paid");
        balances();
    }

    @Test
    void moneyThatComesBackIsAPostingOfItsOwn() {
        var payment = approved(150_000);
        confirm("/v1/payments/" + payment).then().statusCode(201);
        giveBack(payment)
                .then()
                .statusCode(201)
                .body("status", equalTo("returned"))
                .body("confirmed.paidOn", equalTo(today()))
                .body("failed.code", equalTo("AC04"));
        balances();
        assertThat(entries(award)).containsExactly("awarded", "paid", "returned");
        assertThat(worklist("/v1/payments/" + payment)).containsExactly("payment-returned adviser 1");
        giveBack(payment).then().statusCode(409);
        clock.resetTo(clock.instant().plus(Duration.ofMinutes(1)));
        pay(1, 200_000);
        assertThat(entries(award)).containsExactly("awarded", "paid", "returned", "paid");
        assertThat(figures().get("outstanding")).isEqualTo(200_000);
        balances();
    }

    @Test
    void moneyThatIsReportedComesBackOnlyWhenTheReportIsCorrected() {
        var payment = approved(200_000);
        confirm("/v1/payments/" + payment).then().statusCode(201);
        reports.tell(
                new Told(UUID.randomUUID(), bygd, 1, "approved", Map.of(award.toString(), new long[] {
                    200_000, 150_000, 50_000
                })),
                1);
        awaitSpent(150_000);
        giveBack(payment)
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.already-reported"))
                .body("errors[0].arguments.unreported", equalTo(0));
        balances();
    }

    @Test
    void everyFaultOfTheBanksWordIsTold() {
        var payment = approved(100);
        bank("/rejection", payment, Map.of("code", "ac1", "rejectedOn", "2025-06-01"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.reason-code-malformed"));
        bank("/rejection", payment, Map.of())
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/code"))
                .body("errors.pointer", hasItem("/rejectedOn"));
        bank("/rejection", payment, Map.of("code", "AC01", "rejectedOn", "2025-06-02"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.failed-in-the-future"));
        bank("/rejection", payment, Map.of("code", "AC01", "rejectedOn", "2025-05-31"))
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.failed-too-early"));
        reject(UUID.randomUUID().toString()).then().statusCode(404);
        world.as("ada", "adviser")
                .body(Map.of("code", "AC01", "rejectedOn", today()))
                .post("/v1/payments/" + payment + "/rejection")
                .then()
                .statusCode(403);
        world.as("kari", "controller").get("/v1/payments/" + payment).then().body("status", equalTo("approved"));
    }

    @Test
    void ofHundredApprovalsOfOnePaymentOneHasEffect() throws Exception {
        var payment = order("ada", award, 200_000).then().extract().<String>path("id");
        var token = new ArrayList<Callable<Integer>>();
        IntStream.range(0, 100)
                .forEach(i -> token.add(() -> world.as("kari" + i % 4, "controller")
                        .post("/v1/payments/" + payment + "/approval")
                        .statusCode()));
        assertThat(atOnce(token)).containsOnlyOnce(201).containsOnly(201, 409);
        world.as("kari", "controller").get("/v1/payments/" + payment).then().body("version", equalTo(2));
    }

    @Test
    void ofManyWordsOfTheBankAtOnceOneHasEffect() throws Exception {
        var payment = approved(200_000);
        var words = new ArrayList<Callable<Integer>>();
        for (var i = 0; i < 8; i++) {
            words.add(() -> reject(payment).statusCode());
            words.add(() -> confirm("/v1/payments/" + payment).statusCode());
        }
        assertThat(atOnce(words)).containsOnlyOnce(201).containsOnly(201, 409);
        balances();
        var status = world.as("kari", "controller")
                .get("/v1/payments/" + payment)
                .then()
                .body("version", equalTo(3))
                .extract()
                .<String>path("status");
        if (status.equals("confirmed")) {
            assertThat(atOnce(IntStream.range(0, 8)
                            .<Callable<Integer>>mapToObj(
                                    _ -> () -> giveBack(payment).statusCode())
                            .toList()))
                    .containsOnlyOnce(201)
                    .containsOnly(201, 409);
        }
        balances();
    }

    private String approved(long amount) {
        var payment =
                order("ada", award, amount).then().statusCode(201).extract().<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        return payment;
    }

    private Response reject(String payment) {
        return bank(
                "/rejection",
                payment,
                Map.of("code", "AC01", "text", "Kontonummeret finnes ikke", "rejectedOn", today()));
    }

    private Response giveBack(String payment) {
        return bank("/return", payment, Map.of("code", "AC04", "returnedOn", today()));
    }

    private Response bank(String what, String payment, Map<String, String> body) {
        return world.as("bank", "administrator").body(body).post("/v1/payments/" + payment + what);
    }
}
