package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;

/** A scheme that has a million kroner to give in 2025, and what is asked of the service about it. */
abstract class MillionToGive {
    static final String ACCOUNT = "86011117947";

    @Inject
    MoneyWorld world;

    @Inject
    SimulatedClock clock;

    SchemeId scheme;

    @BeforeEach
    void appropriate() {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
        scheme = world.scheme("earmarked");
        world.appropriate(scheme, 1_000_000);
    }

    List<AwardId> awards(Map<Municipality, Long> amounts) {
        return awards(1, amounts);
    }

    List<AwardId> awards(int version, Map<Municipality, Long> amounts) {
        assertThat(world.award(scheme, version, MoneyWorld.YEAR, amounts)).isInstanceOf(MakeAwards.Outcome.Made.class);
        return world
                .as("kari", "controller")
                .get("/v1/awards?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.id")
                .stream()
                .map(id -> new AwardId(UUID.fromString(id)))
                .toList();
    }

    Response accept(Municipality municipality, AwardId award, String account) {
        return world.as(municipality)
                .body(Map.of("accountNumber", account, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance");
    }

    Response order(String person, AwardId award, long amount) {
        return world.as(person, "adviser")
                .body(Map.of("awardId", award.toString(), "amount", amount, "dueOn", today()))
                .post("/v1/payments");
    }

    Response confirm(String address) {
        return world.as("bank", "administrator")
                .body(Map.of("paidOn", today(), "reference", "B1"))
                .post(address + "/confirmation");
    }

    void pay(int payments, int sum) {
        var batch = world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", today()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(201)
                .body("payments", equalTo(payments))
                .body("sum", equalTo(sum))
                .extract()
                .<String>path("id");
        world.as("kari", "controller")
                .post("/v1/payment-batches/" + batch + "/approval")
                .then()
                .statusCode(201);
        confirm("/v1/payment-batches/" + batch).then().statusCode(201).body("status", equalTo("confirmed"));
    }

    static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(20)) {
            var answers = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }

    void balances() {
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    static String today() {
        return LocalDate.of(2025, 6, 1).toString();
    }

    void awaitSpent(long spent) {
        Poll.until("spent " + spent, () -> figures().get("spent") == spent);
    }

    Map<String, Long> figures() {
        var accounts = world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return figures(
                accounts.getLong("appropriated"),
                accounts.getLong("awarded"),
                accounts.getLong("undistributed"),
                accounts.getLong("spent"),
                accounts.getLong("unspent"),
                accounts.getLong("outstanding"));
    }

    static Map<String, Long> figures(
            long appropriated, long awarded, long undistributed, long spent, long unspent, long outstanding) {
        return Map.of(
                "appropriated", appropriated,
                "awarded", awarded,
                "undistributed", undistributed,
                "spent", spent,
                "unspent", unspent,
                "outstanding", outstanding);
    }

    JsonPath check() {
        return world.as("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    List<String> worklist(String link) {
        return work("nn").stream()
                .filter(item -> item.get("link").equals(link))
                .map(item -> item.get("what") + " " + item.get("waitsFor") + " " + item.get("count"))
                .toList();
    }

    /** Everything that waits for somebody, page after page. */
    List<Map<String, Object>> work(String language) {
        var items = new ArrayList<Map<String, Object>>();
        var next = "";
        while (next != null) {
            var page = world.as("kari", "controller")
                    .header("Accept-Language", language)
                    .get("/v1/worklist?limit=500" + (next.isEmpty() ? "" : "&cursor=" + next))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            items.addAll(page.<Map<String, Object>>getList("items"));
            next = page.getString("next");
        }
        return items;
    }

    List<String> entries(AwardId award) {
        return world.as("kari", "controller")
                .get("/v1/ledger/entries?awardId=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }
}
