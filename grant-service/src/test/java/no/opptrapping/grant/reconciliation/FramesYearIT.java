package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.text;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.frames.MoveFrames;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.grant.testing.OwnDatabase;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.junit.jupiter.api.Test;

/** A scheme's year in which the county governors decide: the ten offices of 2025, two rounds, a reserve list, a correction. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class FramesYearIT extends AllocationStory {
    private static final int PER_MUNICIPALITY = 200_000;
    private static final String ROGALAND = "11";
    private static final String VESTLAND = "46";

    /** The counties of each office, by its name (source: statsforvalteren.no, 2025). */
    private static final Map<String, List<String>> OFFICES = Map.of(
            "Statsforvaltaren i Møre og Romsdal", List.of("15"),
            "Statsforvaltaren i Vestland", List.of(VESTLAND),
            "Statsforvalteren i Agder", List.of("42"),
            "Statsforvalteren i Innlandet", List.of("34"),
            "Statsforvalteren i Nordland", List.of("18"),
            "Statsforvalteren i Rogaland", List.of(ROGALAND),
            "Statsforvalteren i Troms og Finnmark", List.of("55", "56"),
            "Statsforvalteren i Trøndelag", List.of("50"),
            "Statsforvalteren i Vestfold og Telemark", List.of("39", "40"),
            "Statsforvalteren i Østfold, Buskerud, Oslo og Akershus", List.of("31", "33", "03", "32"));

    @Inject
    HeardOffices heard;

    @Inject
    MoveFrames moveFrames;

    /** By the first of their counties. */
    private final Map<String, CountyGovernorOfficeId> offices = new HashMap<>();

    /** One municipality of each office but two, by the office's first county. */
    private final Map<String, Resident> others = new LinkedHashMap<>();

    private final Map<Resident, String> applications = new HashMap<>();
    private Resident sauda;
    private Resident utsira;
    private Resident bokn;
    private Resident bomlo;
    private Resident stord;
    private String call;

    @Test
    void aSchemesYearInWhichCountyGovernorsDecide() {
        theDirectorateDividesFramesByARun();
        municipalitiesApply();
        eachOfficeDecidesThoseThatCarryOnFirst();
        anOfficeCorrectsItsRun();
        thoseThatBeginAreDecidedOfWhatIsLeft();
        whatIsDeclinedGoesDownTheReserveList();
        eachOfficePaysItsOwn();
        whatIsUnusedFlowsBack();
    }

    private void theDirectorateDividesFramesByARun() {
        OFFICES.forEach((name, counties) -> {
            var id = new CountyGovernorOfficeId(UUID.randomUUID());
            offices.put(counties.getFirst(), id);
            var office =
                    new HeardOffice(id, null, List.of(new HeardOffice.Version(name, counties, null, null)), null, null);
            QuarkusTransaction.requiringNew().run(() -> heard.keep(office));
            if (!counties.contains(ROGALAND) && !counties.contains(VESTLAND)) {
                others.put(counties.getFirst(), world.foundedIn(counties.getLast(), "Kommunen i " + name));
            }
        });
        sauda = world.foundedIn(ROGALAND, "Sauda");
        utsira = world.foundedIn(ROGALAND, "Utsira");
        bokn = world.foundedIn(ROGALAND, "Bokn");
        bomlo = world.foundedIn(VESTLAND, "Bømlo");
        stord = world.foundedIn(VESTLAND, "Stord");
        publish();
        scheme = delegatedSchemeWithMoney();

        var run = made(
                adviser(),
                "/v1/allocation-runs",
                withPots(Map.of(
                        "name",
                        "rammer",
                        "budget",
                        Map.of("amount", PER_MUNICIPALITY * everyone().count()),
                        "eligible",
                        Map.of(
                                "municipalities",
                                everyone().map(one -> one.number().value()).toList()),
                        "model",
                        objective("0.6"))));
        var change = made(
                adviser(),
                "/v1/frame-changes",
                Map.of(
                        "schemeId",
                        scheme,
                        "year",
                        2025,
                        "runId",
                        run,
                        "reason",
                        "Rammene følger folketallet.",
                        "unusedBackOn",
                        "2025-11-01"));
        post(leader(), "/v1/frame-changes/" + change + "/adoption", Map.of()).statusCode(201);
        frames().body("items", hasSize(OFFICES.size())).body("items.authorised.sum()", is(2_600_000));
        frame(ROGALAND, 600_000, 0);
        frame(VESTLAND, 400_000, 0);
        frame("31", 200_000, 0);
        balances(0, APPROPRIATION - 2_600_000, 2_600_000);
    }

    private Stream<Resident> everyone() {
        return Stream.concat(Stream.of(sauda, utsira, bokn, bomlo, stord), others.values().stream());
    }

    private void municipalitiesApply() {
        call = announced(Map.of(
                "rounds",
                List.of(
                        Map.of("name", text("Videreføring"), "takes", "continuations", "expectedOn", "2025-04-01"),
                        Map.of("name", text("Nytt"), "takes", "new-measures", "expectedOn", "2025-04-10"))));
        everyone().forEach(one -> applications.put(one, submitted(one, call, 100, one.equals(bokn) ? 1 : 2)));
        world.as(bokn)
                .get("/v1/applications/" + applications.get(bokn))
                .then()
                .body("round.number", equalTo(2), "round.expectedOn", equalTo("2025-04-10"));
    }

    private void eachOfficeDecidesThoseThatCarryOnFirst() {
        world.itIs(AFTER_THE_DEADLINE);
        assess(ROGALAND, sauda, 400_000, 1);
        assess(ROGALAND, utsira, 100_000, 2);
        decide(ROGALAND, 1, Map.of("rest", true));
        assess(VESTLAND, bomlo, 250_000, 1);
        assess(VESTLAND, stord, 150_000, 2);
        decide(VESTLAND, 1, Map.of("amount", 250_000));
        others.forEach((county, one) -> {
            assess(county, one, 150_000, 1);
            decide(county, 1, Map.of("rest", true));
        });
        world.as(sauda)
                .get("/v1/applications/" + applications.get(sauda))
                .then()
                .body("awarded", is(400_000));
        world.as(stord)
                .get("/v1/applications/" + applications.get(stord) + "/letter")
                .then()
                .statusCode(200);
        world.as(bokn).get("/v1/applications/" + applications.get(bokn)).then().body("status", equalTo("submitted"));
        frame(ROGALAND, 600_000, 500_000);
        frame(VESTLAND, 400_000, 250_000);
        frame("31", 200_000, 150_000);
        balances(1_950_000, APPROPRIATION - 2_600_000, 650_000);
    }

    /** It had divided less than its frame, and Stord had got nothing. */
    private void anOfficeCorrectsItsRun() {
        var wrong = adviser()
                .get("/v1/allocation-runs?status=adopted&schemeId=" + scheme + "&year=2025&limit=100")
                .then()
                .extract()
                .<String>path("items.find { it.sum == 250000 }.id");
        var body = runOf(VESTLAND, 1, Map.of("rest", true));
        body.put("correction", Map.of("runId", wrong, "reason", text("Feil ramme."), "paidPart", "settle"));
        decided(VESTLAND, body);
        world.as(stord)
                .get("/v1/applications/" + applications.get(stord))
                .then()
                .body("awarded", is(150_000));
        world.as(bomlo)
                .get("/v1/applications/" + applications.get(bomlo))
                .then()
                .body("awarded", is(250_000));
        frame(VESTLAND, 400_000, 400_000);
        balances(2_100_000, APPROPRIATION - 2_600_000, 500_000);
    }

    private void thoseThatBeginAreDecidedOfWhatIsLeft() {
        assess(ROGALAND, bokn, 300_000, 1);
        decide(ROGALAND, 2, Map.of("rest", true));
        world.as(bokn)
                .get("/v1/applications/" + applications.get(bokn))
                .then()
                .body("status", equalTo("approved"), "awarded", is(100_000));
        frame(ROGALAND, 600_000, 600_000);
        balances(2_200_000, APPROPRIATION - 2_600_000, 400_000);
    }

    private void whatIsDeclinedGoesDownTheReserveList() {
        post(
                        world.as(sauda),
                        "/v1/awards/" + award(sauda) + "/declination",
                        Map.of("declinedBy", "Kari Nordmann", "reason", "Vi får ikke tilsatt noen."))
                .statusCode(201);
        frame(ROGALAND, 600_000, 200_000);
        maker(ROGALAND)
                .get("/v1/calls/" + call + "/reserve-list")
                .then()
                .body("items.applicationId", contains(applications.get(bokn)))
                .body("items.due", contains(300_000))
                .body("items.awarded", contains(100_000));
        var offer = made(
                maker(ROGALAND),
                "/v1/calls/" + call + "/reserve-offers",
                Map.of("applicationId", applications.get(bokn)));
        post(maker(ROGALAND), "/v1/reserve-offers/" + offer + "/approval", Map.of())
                .statusCode(403);
        post(decider(ROGALAND), "/v1/reserve-offers/" + offer + "/approval", Map.of())
                .statusCode(201);
        world.as(bokn).get("/v1/awards/" + award(bokn)).then().body("amount", is(300_000));
        frame(ROGALAND, 600_000, 400_000);
        balances(2_000_000, APPROPRIATION - 2_600_000, 600_000);
    }

    private void eachOfficePaysItsOwn() {
        world.itIs(Instant.parse("2025-04-14T08:00:00Z"));
        everyone()
                .filter(one -> !one.equals(sauda))
                .forEach(one -> post(
                                world.as(one),
                                "/v1/awards/" + award(one) + "/acceptance",
                                Map.of(
                                        "accountNumber",
                                        "12345678903",
                                        "acceptedBy",
                                        "Kari Nordmann",
                                        "termsAccepted",
                                        true))
                        .statusCode(201));
        for (var county : offices.keySet()) {
            var batch = post(
                            maker(county),
                            "/v1/payment-batches",
                            Map.of("schemeId", scheme, "year", 2025, "dueOn", "2025-05-15"))
                    .statusCode(201)
                    .extract()
                    .jsonPath();
            assertThat(batch.getInt("sum"))
                    .isEqualTo(List.of(ROGALAND, VESTLAND).contains(county) ? 400_000 : 150_000);
            var path = "/v1/payment-batches/" + batch.getString("id");
            post(maker(county), path + "/approval").statusCode(403);
            post(decider(county), path + "/approval").statusCode(201);
        }
        world.itIs(Instant.parse("2025-05-15T08:00:00Z"));
        var payments =
                accountant().get("/v1/payments?limit=100&schemeId=" + scheme).jsonPath();
        for (var batch : payments.getList("items.batchId.unique()", String.class)) {
            post(
                            accountant(),
                            "/v1/payment-batches/" + batch + "/confirmation",
                            Map.of("paidOn", "2025-05-15", "reference", "bilag " + batch))
                    .statusCode(201);
        }
        frames().body("items.paid.sum()", is(2_000_000)).body("items.unused.sum()", is(600_000));
        balances(2_000_000, APPROPRIATION - 2_600_000, 600_000);
    }

    private void whatIsUnusedFlowsBack() {
        world.itIs(Instant.parse("2025-11-01T08:00:00Z"));
        moveFrames.look();
        frames().body("items.unused", everyItem(is(0))).body("items.authorised.sum()", is(2_000_000));
        balances(2_000_000, APPROPRIATION - 2_000_000, 0);
        accountant()
                .get("/v1/frame-reconciliations?schemeId=" + scheme + "&year=2025&month=2025-11")
                .then()
                .body("items", hasSize(OFFICES.size()))
                .body("items.agrees", everyItem(is(true)))
                .body("items.paid.sum()", is(2_000_000));
    }

    private RequestSpecification accountant() {
        return world.asPerson("sigrid", "administrator", "controller");
    }

    private RequestSpecification maker(String county) {
        return world.asCountyGovernor("maker-" + county, counties(county));
    }

    private RequestSpecification decider(String county) {
        return world.asCountyGovernor("decider-" + county, counties(county));
    }

    private static String counties(String first) {
        return OFFICES.values().stream()
                .filter(counties -> counties.getFirst().equals(first))
                .map(counties -> String.join(",", counties))
                .findFirst()
                .orElseThrow();
    }

    private void assess(String county, Resident one, int amount, int rank) {
        post(maker(county), "/v1/assessments", assessment(applications.get(one), amount, rank))
                .statusCode(201);
    }

    private Map<String, Object> runOf(String county, int round, Map<String, Object> budget) {
        var model = Map.of("kind", "application", "callId", call, "round", round);
        var run = withPots(Map.of("name", "alt", "budget", budget, "model", model));
        run.put("unit", 1);
        run.put("countyGovernorOfficeId", offices.get(county));
        return run;
    }

    private void decide(String county, int round, Map<String, Object> budget) {
        decided(county, runOf(county, round, budget));
    }

    private void decided(String county, Map<String, Object> body) {
        var path = "/v1/allocation-runs/" + made(maker(county), "/v1/allocation-runs", body) + "/adoption";
        post(maker(county), path, Map.of()).statusCode(403);
        post(decider(county), path, Map.of()).statusCode(201);
    }

    private static String made(RequestSpecification by, String path, Object body) {
        return post(by, path, body).statusCode(201).extract().path("id");
    }

    private String award(Resident one) {
        return world.as(one)
                .get("/v1/awards?year=2025")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private ValidatableResponse frames() {
        return adviser()
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200);
    }

    private void frame(String county, int authorised, int awarded) {
        var one = "items.find { it.countyGovernorOfficeId == '" + offices.get(county) + "' }";
        frames().body(one + ".authorised", is(authorised))
                .body(one + ".awarded", is(awarded))
                .body(one + ".unused", is(authorised - awarded));
    }

    /** The ledger balances, and its figures are these: awarded, in no frame and awarded to nobody, unused in frames. */
    private void balances(int awarded, int undistributed, int unused) {
        accountant()
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("balanced", is(true));
        accountant()
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("awarded", is(awarded), "undistributed", is(undistributed))
                .body("accounts.find { it.account == 'frame-unused' }.balance", is(unused));
    }
}
