package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.reconciliation.MoneyWorld.Told;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @io.quarkus.test.common.ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class MoneyStoryIT {
    private static final String ACCOUNT = "86011117947";

    @Inject
    MoneyWorld world;

    @Inject
    SimulatedClock clock;

    private SchemeId scheme;

    @BeforeEach
    void appropriate() {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
        scheme = world.scheme("earmarked");
        world.appropriate(scheme, 1_000_000);
    }

    @Test
    void aKroneTravelsFromTheAppropriationToTheApprovedReport() {
        var bygd = world.municipality(true);
        var by = world.municipality(true);
        var awards = awards(Map.of(bygd, 600_000L, by, 300_000L));
        var award = awards.getFirst();
        assertThat(figures()).containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 0, 0, 900_000));

        accept(by, award, ACCOUNT).then().statusCode(404);
        world.as(bygd)
                .body(Map.of("accountNumber", "12345678901", "acceptedBy", " ", "termsAccepted", false))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItems("/accountNumber", "/acceptedBy", "/termsAccepted"));
        accept(bygd, award, ACCOUNT).then().statusCode(201).body("status", equalTo("accepted"));
        accept(bygd, award, ACCOUNT).then().statusCode(409);

        pay(1, 600_000);
        assertThat(figures()).containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 0, 0, 900_000));

        var report = UUID.randomUUID();
        world.tell(
                new Told(report, bygd, 3, "approved", Map.of(award.toString(), new long[] {600_000, 500_000, 100_000})),
                2);
        world.tell(new Told(report, bygd, 2, "submitted", Map.of(award.toString(), new long[] {600_000, 1, 2})), 1);
        awaitSpent(500_000);
        assertThat(figures())
                .containsExactlyInAnyOrderEntriesOf(figures(1_000_000, 900_000, 100_000, 500_000, 100_000, 300_000));

        world.tell(
                new Told(
                        report, bygd, 4, "corrected", Map.of(award.toString(), new long[] {600_000, 450_000, 150_000})),
                2);
        awaitSpent(450_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
        assertThat(entries(award)).containsExactly("awarded", "paid", "reported", "reported");
    }

    @Test
    void figuresThatDoNotFitAreKeptAndShownUntilACorrectionFits() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        pay(1, 200_000);
        var report = UUID.randomUUID();
        world.tell(
                new Told(report, bygd, 1, "approved", Map.of(award.toString(), new long[] {200_000, 150_000, 40_000})),
                1);
        Poll.until("the discrepancy", () -> check().getList("reportsOutOfStep").size() == 1);
        var wrong = check();
        assertThat(wrong.getBoolean("balanced")).isFalse();
        assertThat(wrong.getString("reportsOutOfStep[0].reason")).isEqualTo("does-not-add-up");
        assertThat(wrong.getList("awardsOutOfStep.account")).contains("spent", "unspent", "paid-unreported");

        world.tell(
                new Told(report, bygd, 2, "corrected", Map.of(award.toString(), new long[] {200_000, 150_000, 50_000})),
                1);
        awaitSpent(150_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void theCheckNamesTheAccountOfAKroneThatWasMoved() throws SQLException {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        assertThat(check().getBoolean("balanced")).isTrue();
        try (var owner = world.owner()) {
            var entry = UUID.randomUUID();
            try (var insert = owner.createStatement()) {
                insert.execute("""
                        insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                        values ('%s', 'reported', '%s', 2025, '%s', 'tampering/%s', 2, 'nobody', now());
                        insert into ledger_line values ('%s', 'available', -1), ('%s', 'spent', 1)
                        """.formatted(entry, scheme, award, entry, entry, entry));
            }
            owner.commit();
        }
        var check = check();
        assertThat(check.getBoolean("balanced")).isFalse();
        assertThat(check.<String>getList("identities.findAll { it.difference != 0 }.account"))
                .containsOnly("available", "spent");
        assertThat(check.<String>getList("awardsOutOfStep.account")).containsExactly("spent");
        assertThat(check.<Integer>getList("awardsOutOfStep.difference")).containsExactly(1);
    }

    @Test
    void aPaymentNeedsTwoPersonsAndStaysWithinTheAward() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 200_000L)).getFirst();
        order("ada", award, 50_000).then().statusCode(422).body("errors.code", hasItem("payment.award-not-accepted"));
        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept municipality 1");
        accept(bygd, award, ACCOUNT).then().statusCode(201);
        order("ada", award, 200_001).then().statusCode(422).body("errors.code", hasItem("payment.exceeds-award"));
        var payment =
                order("ada", award, 50_000).then().statusCode(201).extract().<String>path("id");
        assertThat(worklist("/v1/payments/" + payment)).containsExactly("payments-to-approve controller 1");
        world.as("ada", "adviser", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(403)
                .body("type", containsString("payment.orderer-may-not-approve"));
        confirm("/v1/payments/" + payment).then().statusCode(409);
        world.as("kari", "controller")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        confirm("/v1/payments/" + payment).then().statusCode(201).body("status", equalTo("confirmed"));
        confirm("/v1/payments/" + payment).then().statusCode(409);
        pay(1, 150_000);
        assertThat(check().getBoolean("balanced")).as(check().prettify()).isTrue();
    }

    @Test
    void awardsNeverExceedTheAppropriationAndOneWithoutOrganisationNumberWaits() {
        var poor = world.municipality(false);
        assertThat(world.award(scheme, Map.of(poor, 1_000_001L)))
                .isInstanceOf(MakeAwards.Outcome.InsufficientFunds.class);
        var award = awards(Map.of(poor, 1_000_000L)).getFirst();
        world.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .statusCode(200)
                .body("waitsFor", equalTo("organisation-number"));
        assertThat(worklist("/v1/awards/" + award)).containsExactly("award-to-accept administrator 1");
        world.as("ada", "adviser")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", today()))
                .post("/v1/payment-batches")
                .then()
                .statusCode(422)
                .body("errors.code", hasItem("payment.nothing-to-pay"));
    }

    @Test
    void aMergedMunicipalityTakesOverTheAward() {
        var former = world.municipality(true);
        var merged = world.municipality(true);
        var award = awards(Map.of(former, 200_000L)).getFirst();
        accept(merged, award, ACCOUNT).then().statusCode(404);
        world.merge(former, merged, LocalDate.of(2025, 7, 1));
        clock.resetTo(Instant.parse("2025-07-02T08:00:00Z"));
        world.as(merged).get("/v1/awards").then().statusCode(200).body("items.id", hasItem(award.toString()));
        accept(merged, award, ACCOUNT).then().statusCode(201);
    }

    @Test
    void theLetterSaysWhatItMustInThreeLanguages() {
        var bygd = world.municipality(true);
        var award = awards(Map.of(bygd, 600_000L)).getFirst();
        for (var language : List.of("nb", "nn", "en")) {
            world.as(bygd)
                    .accept("application/json")
                    .header("Accept-Language", language)
                    .get("/v1/awards/" + award + "/letter")
                    .then()
                    .statusCode(200)
                    .body("language", equalTo(language))
                    .body("sections", hasSize(7))
                    .body(
                            "sections.code",
                            equalTo(List.of(
                                    "background",
                                    "amount",
                                    "conditions",
                                    "reporting",
                                    "control",
                                    "repayment",
                                    "appeal")));
        }
        world.as(bygd)
                .accept("text/html")
                .header("Accept-Language", "nn")
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(200)
                .body(containsString("Tilskotsbrev"))
                .body(containsString("600\u00a0000 kroner"));
        world.as(world.municipality(true))
                .get("/v1/awards/" + award + "/letter")
                .then()
                .statusCode(404);
    }

    private List<AwardId> awards(Map<Municipality, Long> amounts) {
        assertThat(world.award(scheme, amounts)).isInstanceOf(MakeAwards.Outcome.Made.class);
        return world
                .as("kari", "controller")
                .get("/v1/awards?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<String>getList("items.id")
                .stream()
                .map(id -> AwardId.parse(id).orElseThrow())
                .toList();
    }

    private io.restassured.response.Response accept(Municipality municipality, AwardId award, String account) {
        return world.as(municipality)
                .body(Map.of("accountNumber", account, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance");
    }

    private io.restassured.response.Response order(String person, AwardId award, long amount) {
        return world.as(person, "adviser")
                .body(Map.of("awardId", award.toString(), "amount", amount, "dueOn", today()))
                .post("/v1/payments");
    }

    private io.restassured.response.Response confirm(String address) {
        return world.as("bank", "administrator")
                .body(Map.of("paidOn", today(), "reference", "B1"))
                .post(address + "/confirmation");
    }

    private void pay(int payments, int sum) {
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

    private static String today() {
        return LocalDate.of(2025, 6, 1).toString();
    }

    private void awaitSpent(long spent) {
        Poll.until("spent " + spent, () -> figures().get("spent") == spent);
    }

    private Map<String, Long> figures() {
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

    private static Map<String, Long> figures(
            long appropriated, long awarded, long undistributed, long spent, long unspent, long outstanding) {
        return Map.of(
                "appropriated", appropriated,
                "awarded", awarded,
                "undistributed", undistributed,
                "spent", spent,
                "unspent", unspent,
                "outstanding", outstanding);
    }

    private JsonPath check() {
        return world.as("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private List<String> worklist(String link) {
        return world
                .as("kari", "controller")
                .header("Accept-Language", "nn")
                .get("/v1/worklist")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(item -> item.get("link").equals(link))
                .map(item -> item.get("what") + " " + item.get("waitsFor") + " " + item.get("count"))
                .toList();
    }

    private List<String> entries(AwardId award) {
        return world.as("kari", "controller")
                .get("/v1/ledger/entries?awardId=" + award)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.kind");
    }
}
