package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.Requests.signatory;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.Requests.unasked;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.reconciliation.BankSays.Booked;
import no.opptrapping.grant.reconciliation.BankSays.Status;
import no.opptrapping.grant.testing.FormBodies;
import no.opptrapping.grant.testing.OwnDatabase;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.testing.PdfUa;
import no.opptrapping.platform.testing.Poll;
import org.junit.jupiter.api.Test;

/** From an announced call to money in hand, with everything that happens on the way in a real year. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class WholeYearIT extends WholeYear {
    private static final int ASKED = 400_000;
    private static final String WRONG_ACCOUNT = "86011117947";
    private static final String RIGHT_ACCOUNT = "12345678911";
    private static final String THE_DIRECTORATES = "12345678903";

    @Inject
    ReportNews reports;

    @Inject
    LapseAwards lapseAwards;

    private String scheme;
    private String call;
    private final Map<Resident, String> applications = new LinkedHashMap<>();
    private final Map<Resident, String> awards = new HashMap<>();

    private Resident utsira;
    private Resident bokn;
    private Resident kvitsoy;
    private Resident sauda;
    private Resident suldal;
    private Resident hjelmeland;
    private Resident strand;
    private Resident sola;
    private Resident sokndal;

    @Test
    void aSchemesYear() {
        aCallIsAnnouncedWithAFormOfItsOwn();
        municipalitiesApplyAloneAndTogether();
        oneIsReturnedAndTheCountyGovernorHasItsSay();
        everyoneIsDecidedAndReadsWhy();
        oneAwardIsDeclinedAndOneLapses();
        theFirstInstalmentGoesToTheBankThatRejectsOne();
        theSecondIsHeldForALateReportAndReleased();
        nextYearBeginsWithThisOne();
    }

    private void aCallIsAnnouncedWithAFormOfItsOwn() {
        world.itIs(Instant.parse("2025-01-10T08:00:00Z"));
        var rules = rules(28);
        rules.put(
                "handling",
                Map.of(
                        "secondSignature",
                        true,
                        "statementDays",
                        10,
                        "rejectionReasons",
                        List.of(Map.of("code", "no-plan", "text", text("Tiltaket har ingen plan.")))));
        rules.put(
                "payments",
                Map.of(
                        "instalments",
                        List.of(
                                Map.of("percent", 60, "from", "--01-01", "condition", "accepted"),
                                Map.of("percent", 40, "from", "--09-01", "condition", "reports-in"))));
        scheme = world.schemeInForce(scheme("aar-" + UUID.randomUUID()), rules);
        for (var year : List.of(2025, 2026)) {
            byTwo(
                    "/v1/appropriations",
                    Map.of("schemeId", scheme, "year", year, "amount", 6 * ASKED, "source", "Prop. 1 S"),
                    "approval");
        }
        call = announced(call(scheme));
        balances(scheme, 0, 6 * ASKED);
    }

    private String announced(Map<String, Object> body) {
        var id = made(adviser(), "/v1/calls", body);
        post(adviser(), "/v1/calls/" + id + "/form/versions", FormBodies.form()).statusCode(201);
        post(leader(), "/v1/calls/" + id + "/announcement").statusCode(201);
        return id;
    }

    private void municipalitiesApplyAloneAndTogether() {
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        utsira = world.foundedIn("81", "Utsira");
        bokn = world.foundedIn("81", "Bokn");
        kvitsoy = world.foundedIn("81", "Kvitsøy");
        sauda = world.foundedIn("81", "Sauda");
        suldal = world.foundedIn("81", "Suldal");
        hjelmeland = world.foundedIn("81", "Hjelmeland");
        strand = world.foundedIn("81", "Strand");
        sola = world.foundedIn("81", "Sola");
        sokndal = world.foundedIn("81", "Sokndal");
        applications.put(utsira, together());
        for (var alone : List.of(sauda, suldal, hjelmeland, strand, sola, sokndal)) {
            applications.put(alone, applied(alone, call));
        }
    }

    /** Utsira asks two to take part; one agrees, one declines and is left out. */
    private String together() {
        var body = filledIn(call);
        body.put("participants", shares(200_000, Map.of(bokn, 100_000, kvitsoy, 100_000)));
        var id = begun(utsira, body);
        on(utsira, id, "consent-requests", Map.of()).statusCode(201);
        answer(bokn, id, true);
        answer(kvitsoy, id, false);
        on(utsira, id, "signature", signatory("Kari Nordmann", "Kommunedirektør"))
                .statusCode(201);
        on(utsira, id, "submission", Map.of())
                .statusCode(422)
                .body("errors.code", contains("application.participant-declined"));
        body.put("participants", shares(300_000, Map.of(bokn, 100_000)));
        var version = world.as(utsira).get("/v1/applications/" + id).header("ETag");
        world.as(utsira)
                .contentType("application/json")
                .header("If-Match", version)
                .body(body)
                .put("/v1/applications/" + id)
                .then()
                .statusCode(200)
                .body("missing", empty(), "signature", nullValue());
        signedAndSubmitted(utsira, id);
        return id;
    }

    private List<Map<String, Object>> shares(int own, Map<Resident, Integer> others) {
        var all = new ArrayList<Map<String, Object>>();
        all.add(unasked(utsira.number().value(), own));
        others.forEach((other, share) -> all.add(unasked(other.number().value(), share)));
        return all;
    }

    private void answer(Resident by, String id, boolean agreed) {
        on(
                        by,
                        id,
                        "consent",
                        Map.of("agreed", agreed, "share", 100_000, "answeredBy", signatory("Per Medvik", "Ordfører")))
                .statusCode(201);
    }

    private void oneIsReturnedAndTheCountyGovernorHasItsSay() {
        world.itIs(Instant.parse("2025-03-03T09:00:00Z"));
        var returned = applications.get(sauda);
        post(
                        adviser(),
                        "/v1/applications/" + returned + "/returns",
                        Map.of(
                                "remarks",
                                List.of(Map.of("pointer", "/answers/description", "text", "Beskriv tiltaket.")),
                                "lastDay",
                                "2025-03-10"))
                .statusCode(201);
        var version = world.as(sauda).get("/v1/applications/" + returned).header("ETag");
        world.as(sauda)
                .contentType("application/merge-patch+json; charset=utf-8")
                .header("If-Match", version)
                .body(Map.of("answers", Map.of("description", "Oppfølging i egen bolig for tolv personer.")))
                .patch("/v1/applications/" + returned)
                .then()
                .statusCode(200);
        signedAndSubmitted(sauda, returned);
        applications
                .values()
                .forEach(id -> post(
                                world.asCountyGovernor("81"),
                                "/v1/applications/" + id + "/statement",
                                Map.of("advice", "approve", "text", "I tråd med kommunens plan."))
                        .statusCode(201));
        post(
                        leader(),
                        "/v1/disqualifications",
                        Map.of("person", "gift.med.soker", "schemeId", scheme, "reason", "Gift med en som har søkt"))
                .statusCode(201);
        post(
                        world.asPerson("gift.med.soker", "adviser"),
                        "/v1/assessments",
                        assessment(applications.get(sola), ASKED, 1))
                .statusCode(403)
                .body("type", endsWith("impartiality.disqualified"));
    }

    private void everyoneIsDecidedAndReadsWhy() {
        world.itIs(Instant.parse("2025-04-01T08:00:00Z"));
        var rank = 1;
        for (var one : List.of(utsira, sauda, hjelmeland, strand, sola, sokndal)) {
            assess(applications.get(one), ASKED, rank++);
        }
        var rejected = assessment(applications.get(suldal), 0, rank);
        rejected.remove("score");
        rejected.putAll(Map.of("recommendation", "reject", "rejectionReason", "no-plan", "points", points(0, 0)));
        post(adviser(), "/v1/assessments", rejected).statusCode(201);
        var run = made(adviser(), "/v1/allocation-runs", byRank());
        post(leader(), "/v1/allocation-runs/" + run + "/adoption", Map.of()).statusCode(201);
        balances(scheme, 6 * ASKED, 0);
        controller()
                .get("/v1/awards?limit=100&schemeId=" + scheme)
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .forEach(award -> applications.forEach((by, application) -> {
                    if (application.equals(award.get("applicationId"))) {
                        awards.put(by, award.get("id").toString());
                    }
                }));
        assertThat(awards).hasSize(6).doesNotContainKey(suldal);
        world.as(suldal)
                .get("/v1/applications/" + applications.get(suldal) + "/letter")
                .then()
                .statusCode(200)
                .body("sections[2].paragraphs", hasItem("Tiltaket har ingen plan."));
        for (var language : List.of("nb", "nn", "en")) {
            for (var by : List.of(suldal, utsira)) {
                var letter = world.as(by)
                        .header("Accept-Language", language)
                        .accept("application/pdf")
                        .get("/v1/applications/" + applications.get(by) + "/letter")
                        .then()
                        .statusCode(200);
                assertThat(PdfUa.faults(letter.extract().asByteArray())).isEmpty();
            }
        }
    }

    private Map<String, Object> byRank() {
        return Map.of(
                "name",
                "Etter søknad",
                "schemeId",
                scheme,
                "year",
                2025,
                "structureDate",
                "2025-01-01",
                "unit",
                1000,
                "pots",
                List.of(Map.of(
                        "name",
                        "alt",
                        "budget",
                        Map.of("rest", true),
                        "model",
                        Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest"))));
    }

    private static List<Map<String, Object>> points(int need, int plan) {
        return List.of(Map.of("criterion", "need", "points", need), Map.of("criterion", "plan", "points", plan));
    }

    private void oneAwardIsDeclinedAndOneLapses() {
        accept(utsira, awards.get(utsira), "1234 56 78903");
        accept(sauda, awards.get(sauda), "12345678903");
        accept(sola, awards.get(sola), "12345678903");
        accept(sokndal, awards.get(sokndal), WRONG_ACCOUNT);
        post(
                        world.as(strand),
                        "/v1/awards/" + awards.get(strand) + "/declination",
                        Map.of("declinedBy", "Kari Nordmann", "reason", "Vi får ikke tilsatt noen."))
                .statusCode(201);
        balances(scheme, 5 * ASKED, ASKED);
        world.itIs(Instant.parse("2025-04-29T22:00:01Z"));
        lapseAwards.look();
        world.as(hjelmeland)
                .get("/v1/awards/" + awards.get(hjelmeland))
                .then()
                .body("status", equalTo("lapsed"), "ended.cause", equalTo("not-accepted"));
        balances(scheme, 4 * ASKED, 2 * ASKED);
    }

    private void theFirstInstalmentGoesToTheBankThatRejectsOne() {
        world.itIs(Instant.parse("2025-05-05T08:00:00Z"));
        assertThat(batch(scheme, "2025-05-15").getLong("sum")).isEqualTo(4 * 240_000);
        var file = fileToTheBank(scheme);
        assertThat(contentOf(file)).contains("CtrlSum>960000<");
        assertThat(file.getLong("sum")).isEqualTo(960_000);
        var paid = payments("sent");
        theBankSays(BankSays.statusReport(
                file.getString("messageId"),
                "2025-05-05",
                Map.of(paid.get(awards.get(sokndal)), Status.rejected("AC01", "Kontoen finnes ikke"))));
        balances(scheme, 4 * ASKED, 2 * ASKED);
        confirm(payments("sent"), 240_000, "2025-05-05");

        world.as(sokndal).get("/v1/notices?limit=100").then().body("items.kind", hasItem("payment-rejected"));
        post(
                        world.as(sokndal),
                        "/v1/awards/" + awards.get(sokndal) + "/accounts",
                        Map.of("accountNumber", RIGHT_ACCOUNT, "statedBy", "Kari Nordmann"))
                .statusCode(201);
        assertThat(batch(scheme, "2025-05-22").getLong("sum")).isEqualTo(240_000);
        assertThat(contentOf(fileToTheBank(scheme))).contains(RIGHT_ACCOUNT).doesNotContain(WRONG_ACCOUNT);
        confirm(payments("sent"), 240_000, "2025-05-05");
        assertThat(outstanding()).isEqualTo(4 * ASKED);
    }

    private void theSecondIsHeldForALateReportAndReleased() {
        var late = UUID.randomUUID();
        tell(late, 1, "opened");
        Poll.until("the hold", () -> holds().contains(awards.get(sola)));
        world.itIs(Instant.parse("2025-09-01T08:00:00Z"));
        var second = batch(scheme, "2025-09-15");
        assertThat(second.getLong("sum")).isEqualTo(3 * 160_000);
        assertThat(second.getList("left.code")).containsExactly("payment.report-overdue");
        tell(late, 2, "approved");
        Poll.until("the release", () -> !holds().contains(awards.get(sola)));
        assertThat(batch(scheme, "2025-09-15").getLong("sum")).isEqualTo(160_000);
        assertThat(fileToTheBank(scheme).getLong("sum")).isEqualTo(4 * 160_000);
        confirm(payments("sent"), 160_000, "2025-09-01");
        controller()
                .get("/v1/payments?limit=100&schemeId=" + scheme)
                .then()
                .body("items.status.unique()", containsInAnyOrder("confirmed", "rejected"));
        balances(scheme, 4 * ASKED, 2 * ASKED);
    }

    private void nextYearBeginsWithThisOne() {
        world.itIs(Instant.parse("2025-12-01T08:00:00Z"));
        var body = call(scheme);
        body.putAll(Map.of("year", 2026, "opensOn", "2025-12-15", "deadline", "2026-03-01T23:59:59+01:00"));
        var next = announced(body);
        world.itIs(Instant.parse("2026-01-20T08:00:00Z"));
        var renewal = post(world.as(sauda), "/v1/calls/" + next + "/renewals")
                .statusCode(201)
                .body("renewalOf", contains(applications.get(sauda)))
                .extract()
                .<String>path("applicationId");
        world.as(sauda)
                .get("/v1/applications/" + renewal)
                .then()
                .body("asked", equalTo(ASKED), "answers.users", equalTo(40), "origins", notNullValue())
                .body("participants", empty());
    }

    private void tell(UUID report, long version, String status) {
        var municipality = new MoneyWorld.Municipality(sola.id(), sola.number(), Optional.of(sola.organisation()));
        reports.tell(new ReportNews.Told(report, municipality, version, status, Map.of(), 2024, "2025-03-01"), 1);
    }

    private List<String> holds() {
        return controller().get("/v1/payment-holds?limit=500").jsonPath().getList("items.awardId");
    }

    /** What the bank calls each award's payment that has that status. */
    private Map<String, String> payments(String status) {
        var all = new HashMap<String, String>();
        paymentsOf(scheme)
                .<Map<String, Object>>getList("items.findAll { it.status == '" + status + "' }")
                .forEach(one -> all.put(
                        one.get("awardId").toString(), one.get("id").toString().replace("-", "")));
        return all;
    }

    private JsonPath paymentsOf(String ofScheme) {
        return controller()
                .get("/v1/payments?limit=100&schemeId=" + ofScheme)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void confirm(Map<String, String> sent, long amount, String on) {
        assertThat(sent).isNotEmpty();
        theBankSays(BankSays.booked(
                THE_DIRECTORATES,
                sent.values().stream()
                        .map(reference -> Booked.debit(reference, amount).on(on))
                        .toList()));
        assertThat(payments("sent")).isEmpty();
        balances(scheme, 4 * ASKED, 2 * ASKED);
    }

    private long outstanding() {
        return controller()
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .jsonPath()
                .getLong("outstanding");
    }
}
