package no.opptrapping.grant.reconciliation;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.reconciliation.BankSays.Booked;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.reconciliation.ReportNews.Told;
import no.opptrapping.platform.testing.Poll;

/** An award of 600 000 kroner that is paid, and what persons, the municipality and the bank do about what is to be paid back. */
abstract class ClaimWorld extends MillionToGive {
    static final String OWN_ACCOUNT = "12345678903";

    @Inject
    ReportNews reports;

    final UUID report = UUID.randomUUID();
    Municipality bygd;
    AwardId award;

    void paidUnder(Map<String, Object> rules) {
        scheme = world.ruledBy(rules);
        world.appropriate(scheme, 1_000_000);
        bygd = world.municipality(true);
        award = awards(Map.of(bygd, 600_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        pay(1, 600_000);
    }

    static Map<String, Object> carryingOver(int freePercent, boolean byApplication) {
        return Map.of("freePercent", freePercent, "byApplication", byApplication, "again", false);
    }

    void reported(long version, String status, long unspent) {
        reports.tell(
                new Told(report, bygd, version, status, Map.of(award.toString(), new long[] {
                    600_000, 600_000 - unspent, unspent
                })),
                1);
    }

    JsonPath claims() {
        return world.as("kari", "controller")
                .get("/v1/claims?awardId=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The only claim of the award, when there is one. */
    String claim() {
        Poll.until("a claim", () -> !claims().getList("items").isEmpty());
        return "/v1/claims/" + claims().getString("items[-1].id");
    }

    JsonPath seen(String claim) {
        return world.as("kari", "controller")
                .get(claim)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    String kid(String claim) {
        return seen(claim).getString("kid");
    }

    ValidatableResponse propose(String claim, long amount) {
        return post(world.as("ada", "adviser"), claim + "/proposal", Map.of("amount", amount, "reason", "Ikke brukt"));
    }

    ValidatableResponse notifyOf(String claim) {
        return post(world.as("ada", "adviser"), claim + "/prior-notice", Map.of("text", "Pengene er ikke brukt."));
    }

    String notice(String claim) {
        return "/v1/prior-notices/"
                + world.as("kari", "controller")
                        .get("/v1/prior-notices?subjectId=" + claim.substring("/v1/claims/".length()))
                        .then()
                        .statusCode(200)
                        .extract()
                        .<String>path("items[-1].id");
    }

    ValidatableResponse comment(Municipality by, String notice) {
        return post(world.as(by), notice + "/comments", Map.of("text", "Vi ansatte sent.", "by", "Rådmannen"));
    }

    ValidatableResponse waive(Municipality by, String notice) {
        return post(world.as(by), notice + "/waiver", Map.of("by", "Rådmannen"));
    }

    ValidatableResponse decide(String person, String claim, long amount, String answer) {
        var body = new HashMap<String, Object>(Map.of("amount", amount, "reason", "Ikke brukt"));
        if (!answer.isEmpty()) {
            body.put("answer", answer);
        }
        return post(world.as(person, "adviser", "decision-maker"), claim + "/decision", body);
    }

    /** A claim that is decided: of what is neither spent nor carried over of the award. */
    String decided(long amount) {
        var claim = claim();
        propose(claim, amount).statusCode(201);
        notifyOf(claim).statusCode(201);
        waive(bygd, notice(claim)).statusCode(201);
        decide("dina", claim, amount, "").statusCode(201);
        return claim;
    }

    ValidatableResponse enter(String claim, String kind, long amount) {
        return post(
                world.as("ada", "adviser"),
                claim + "/steps",
                Map.of("kind", kind, "amount", amount, "reason", "Etter avtale"));
    }

    ValidatableResponse answer(String person, String claim, int step, boolean granted) {
        return post(
                world.as(person, "adviser", "decision-maker"),
                claim + "/steps/" + step + "/answer",
                Map.of("granted", granted, "reason", "Sett på"));
    }

    Response bank(List<Booked> booked) {
        return world.as("bank", "administrator")
                .contentType("application/xml")
                .body(BankSays.booked(OWN_ACCOUNT, booked).getBytes(StandardCharsets.UTF_8))
                .post("/v1/bank-answers");
    }

    static ValidatableResponse post(RequestSpecification by, String address, Map<String, Object> body) {
        return by.body(body).post(address).then();
    }

    void itIs(String instant) {
        clock.resetTo(Instant.parse(instant));
    }

    List<String> told(Municipality by) {
        return world.as(by)
                .get("/v1/notices?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }

    /** The balance of an account of the scheme's year, and the ledger balances. */
    void stands(Map<String, Integer> expected) {
        balances();
        var accounts = world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200);
        expected.forEach((account, balance) ->
                accounts.body("accounts.find { it.account == '" + account + "' }.balance", equalTo(balance)));
    }
}
