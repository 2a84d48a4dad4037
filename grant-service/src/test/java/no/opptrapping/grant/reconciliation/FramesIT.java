package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.frames.MoveFrames;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Frames of county governors' offices: divided, used, moved, given back, and taken along by a reform. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FramesIT {
    private static final long APPROPRIATED = 460_265_000;
    private static final CountyGovernorOfficeId NORTH = new CountyGovernorOfficeId(new UUID(61, 0));
    private static final CountyGovernorOfficeId SOUTH = new CountyGovernorOfficeId(new UUID(62, 0));
    private static final LocalDate REFORM = LocalDate.of(2026, 1, 1);

    @Inject
    MoneyWorld world;

    @Inject
    MoveFrames moveFrames;

    @Inject
    SimulatedClock clock;

    private SchemeId scheme;
    private Municipality bygd;
    private Municipality by;

    @BeforeEach
    void theYear() {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
        world.office(SOUTH, "Sør", List.of("62"), Optional.empty(), Optional.empty());
        world.office(NORTH, "Nord", List.of("61"), Optional.empty(), Optional.empty());
        bygd = world.municipality("61", true);
        by = world.municipality("62", true);
        scheme = world.delegatedScheme();
        world.appropriate(scheme, APPROPRIATED);
    }

    @Test
    void theFiguresOf2022CanBeToldFromTheAccounts() {
        adopted(propose(Map.of(NORTH, 300_000_000L, SOUTH, 160_260_000L), "2025-11-01"));
        assertThat(world.award(scheme, NORTH, Map.of(bygd, 299_000_000L))).isInstanceOf(MakeAwards.Outcome.Made.class);
        assertThat(world.award(scheme, SOUTH, Map.of(by, 159_857_770L))).isInstanceOf(MakeAwards.Outcome.Made.class);
        assertThat(world.award(scheme, SOUTH, Map.of(by, 402_231L)))
                .isInstanceOf(MakeAwards.Outcome.InsufficientFunds.class);
        payAll();

        accounts()
                .body("appropriated", is(460_265_000))
                .body("authorised", is(460_260_000))
                .body("undistributed", is(5_000))
                .body("accounts.find { it.account == 'frame-unused' }.balance", is(1_402_230))
                .body("accounts.find { it.account == 'paid-unreported' }.balance", is(458_857_770));
        frames("dan")
                .body("items.name", contains("Nord", "Sør"))
                .body("items.authorised", contains(300_000_000, 160_260_000))
                .body("items.paid", contains(299_000_000, 159_857_770))
                .body("items.unused", contains(1_000_000, 402_230));
        reconciliation("2025-05").body("items", empty());
        reconciliation("2025-06")
                .body("items.agrees", everyItem(is(true)))
                .body("items.paid", contains(299_000_000, 159_857_770))
                .body("items.ordered", contains(299_000_000, 159_857_770))
                .body("items.decided", contains(300_000_000, 160_260_000));
        world.as("kari", "controller")
                .accept("text/csv")
                .get("/v1/frame-reconciliations?schemeId=" + scheme + "&year=2025&month=2025-06")
                .then()
                .statusCode(200)
                .body(containsString(SOUTH + ",Sør,160260000,159857770,159857770,0,402230,160260000,159857770,true"));
        balances();
        moveFrames.look();
        frames("dan").body("items.unused", contains(1_000_000, 402_230));
        worklist(0);

        clock.resetTo(Instant.parse("2025-10-20T08:00:00Z"));
        worklist(1);
        clock.resetTo(Instant.parse("2025-11-01T08:00:00Z"));
        moveFrames.look();
        moveFrames.look();
        frames("dan").body("items.unused", contains(0, 0)).body("items.authorised", contains(299_000_000, 159_857_770));
        accounts().body("undistributed", is(1_407_230));
        reconciliation("2025-11").body("items.agrees", everyItem(is(true)));
        worklist(0);
        balances();
    }

    @Test
    void anAwardThatEndsGivesBackToItsFrameAndSingleDecisionsStandBeside() {
        adopted(propose(Map.of(NORTH, 1_000_000L), ""));
        world.award(scheme, NORTH, Map.of(bygd, 900_000L));
        assertThat(world.award(scheme, Map.of(by, 459_265_001L)))
                .isInstanceOf(MakeAwards.Outcome.InsufficientFunds.class);
        assertThat(world.award(scheme, Map.of(by, 459_265_000L))).isInstanceOf(MakeAwards.Outcome.Made.class);
        world.as(bygd)
                .body(Map.of("declinedBy", "Rådmannen", "reason", "Vi klarer oss."))
                .post("/v1/awards/" + award(bygd) + "/declination")
                .then()
                .statusCode(201);
        frames("dan").body("items.unused", contains(1_000_000)).body("items.awarded", contains(0));
        accounts().body("undistributed", is(0)).body("awarded", is(459_265_000));
        balances();
    }

    @Test
    void ofManyDecidersAtOnceNoMoreIsAwardedThanTheFrameHolds() throws Exception {
        adopted(propose(Map.of(NORTH, 1_000_000L, SOUTH, 500_000L), ""));
        var outcomes = atOnce(IntStream.range(0, 12)
                .<Callable<MakeAwards.Outcome>>mapToObj(i -> i % 3 == 0
                        ? () -> world.award(scheme, SOUTH, Map.of(by, 200_000L))
                        : () -> world.award(scheme, NORTH, Map.of(bygd, 300_000L)))
                .toList());
        assertThat(outcomes)
                .filteredOn(MakeAwards.Outcome.Made.class::isInstance)
                .hasSize(3 + 2);
        frames("dan").body("items.unused", contains(100_000, 100_000));
        balances();
    }

    @Test
    void anOfficeDecidesForItsOwnMunicipalitiesWhileItExists() {
        adopted(propose(Map.of(NORTH, 1_000_000L), ""));
        assertThat(world.award(scheme, NORTH, Map.of(by, 100_000L, bygd, 100_000L)))
                .isEqualTo(new MakeAwards.Outcome.NotOfTheOffice(List.of(by.number())));
        world.office(NORTH, "Nord", List.of("61"), Optional.of(LocalDate.of(2025, 5, 1)), Optional.of(SOUTH));
        assertThat(world.award(scheme, NORTH, Map.of(bygd, 100_000L)))
                .isInstanceOf(MakeAwards.Outcome.NotOfTheOffice.class);
        world.office(NORTH, "Nord", List.of("61"), Optional.empty(), Optional.empty());
        frames("dan").body("items.unused", contains(1_000_000));
    }

    @Test
    void aChangeOfFramesIsAdoptedOnceByAnotherPersonAndWithinWhatThereIs() throws Exception {
        propose(Map.of(NORTH, 460_265_001L), "").statusCode(422).body("errors.code", contains("frame.above-available"));
        var first = propose(Map.of(NORTH, 1_000_000L, SOUTH, 1_000_000L), "")
                .statusCode(201)
                .extract()
                .<String>path("id");
        worklistOf("/v1/frame-changes/" + first)
                .body(
                        "items.findAll { it.link == '/v1/frame-changes/%s' }.what".formatted(first),
                        contains("frames-to-adopt"));
        world.as("ada", "adviser", "decision-maker")
                .post("/v1/frame-changes/" + first + "/adoption")
                .then()
                .statusCode(403)
                .body("type", endsWith("frame.proposer-may-not-adopt"));
        var answers = atOnce(IntStream.range(0, 10)
                .<Callable<Integer>>mapToObj(i -> () -> world.as("dina" + i, "decision-maker")
                        .post("/v1/frame-changes/" + first + "/adoption")
                        .statusCode())
                .toList());
        assertThat(answers).containsOnlyOnce(201).containsOnly(201, 409);
        frames("dan").body("items.authorised", contains(1_000_000, 1_000_000));
        world.award(scheme, NORTH, Map.of(bygd, 700_000L));

        propose(Map.of(NORTH, -300_001L, SOUTH, 300_001L), "")
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/amount"))
                .body("errors.code", contains("frame.below-awarded"));
        var moved = propose(Map.of(NORTH, -300_000L, SOUTH, 300_000L), "")
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.award(scheme, NORTH, Map.of(bygd, 1L));
        world.as("dina", "decision-maker")
                .post("/v1/frame-changes/" + moved + "/adoption")
                .then()
                .statusCode(422)
                .body("errors.code", contains("frame.below-awarded"));
        world.as("ada", "adviser")
                .post("/v1/frame-changes/" + moved + "/rejection")
                .then()
                .statusCode(201)
                .body("status", equalTo("rejected"));
        frames("dan").body("items.authorised", contains(1_000_000, 1_000_000));
        propose(Map.of(NORTH, 0L, new CountyGovernorOfficeId(new UUID(0, 9)), 5L), "")
                .statusCode(422)
                .body("errors.code", containsInAnyOrder("frame.amount-not-a-change", "frame.office-unknown"));
        balances();
    }

    @Test
    void anAmountThatNobodyCanMeanIsRefusedAndNoSumOfThemOverflows() {
        propose(Map.of(NORTH, Long.MAX_VALUE, SOUTH, 1L), "")
                .statusCode(422)
                .body("errors.pointer", contains("/lines/0/amount"));
        propose(Map.of(NORTH, 10_000_000_000_000L, SOUTH, 10_000_000_000_000L), "")
                .statusCode(422)
                .body("errors.code", contains("frame.above-available"));
    }

    @Test
    void nothingIsAddedToFramesFromTheDayThatTheUnusedFlowsBack() {
        adopted(propose(Map.of(NORTH, 1_000_000L), "2025-11-01"));
        var before =
                propose(Map.of(SOUTH, 500_000L), "").statusCode(201).extract().<String>path("id");
        clock.resetTo(Instant.parse("2025-11-01T08:00:00Z"));
        moveFrames.look();
        world.as("dina", "decision-maker")
                .post("/v1/frame-changes/" + before + "/adoption")
                .then()
                .statusCode(422)
                .body("errors.code", contains("frame.flows-back-at-once"));
        propose(Map.of(SOUTH, 500_000L), "").statusCode(422).body("errors.code", contains("frame.flows-back-at-once"));
        propose(Map.of(SOUTH, 500_000L), "2025-11-01")
                .statusCode(422)
                .body("errors.code", contains("frame.flows-back-at-once"));
        adopted(propose(Map.of(SOUTH, 500_000L), "2025-12-01"));
        moveFrames.look();
        frames("dan").body("items.find { it.name == 'Sør' }.unused", equalTo(500_000));
        for (var language : List.of("nb", "nn", "en")) {
            world.as("kari", "controller")
                    .header("Accept-Language", language)
                    .get("/v1/frame-changes?schemeId=" + scheme)
                    .then()
                    .statusCode(200)
                    .body(
                            "items.find { it.kind == 'flow-back' }.reason",
                            startsWith(language.equals("en") ? "Unused on " : "Ubrukt "));
        }
    }

    @Test
    void aYearThatHasFramesKeepsThemWhenTheRulesOfTheNextAreOthers() {
        adopted(propose(Map.of(NORTH, 1_000_000L), ""));
        world.pays(scheme, Map.of("secondPersonAbove", 100_000));
        clock.resetTo(Instant.parse("2025-06-03T08:00:00Z"));
        adopted(propose(Map.of(NORTH, -400_000L, SOUTH, 400_000L), ""));
        frames("dan").body("items.unused", contains(600_000, 400_000));
    }

    @Test
    void anOfficesPeoplePayNoSingleDecisionOfTheDirectorates() {
        adopted(propose(Map.of(NORTH, 1_000_000L), ""));
        world.award(scheme, Map.of(bygd, 500_000L));
        world.accept(bygd, award(bygd), 201);
        order("stein", "61", award(bygd)).statusCode(422).body("errors.code", contains("payment.award-of-no-frame"));
        world.asCountyGovernor("stein", "61")
                .body(Map.of("schemeId", scheme.toString(), "year", 2025, "dueOn", "2025-06-01"))
                .post("/v1/payment-batches")
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.nothing-to-pay"));
        var payment = world.as("ada", "adviser")
                .body(Map.of("awardId", award(bygd), "amount", 500_000, "dueOn", "2025-06-01"))
                .post("/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.asCountyGovernor("siv", "61")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(422)
                .body("errors.code", contains("payment.award-of-no-frame"));
    }

    @Test
    void aFrameThatMovesAfterTheMonthOfTheReformIsReconciledWhereItWas() {
        adopted(propose(Map.of(NORTH, 1_000_000L, SOUTH, 500_000L), ""));
        world.award(scheme, NORTH, Map.of(bygd, 800_000L));
        world.accept(bygd, award(bygd), 201);
        pay(bygd);
        var whole = world.office("Nord og Sør", List.of("61", "62"), Optional.empty(), Optional.empty());
        world.office(NORTH, "Nord", List.of("61"), Optional.of(REFORM), Optional.of(whole));
        world.office(SOUTH, "Sør", List.of("62"), Optional.of(REFORM), Optional.of(whole));
        try {
            clock.resetTo(Instant.parse("2026-02-02T08:00:00Z"));
            world.asCountyGovernor("61")
                    .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(2));
            moveFrames.look();
            reconciliation("2026-01")
                    .body("items.name", contains("Nord", "Sør"))
                    .body("items.agrees", everyItem(is(true)));
            reconciliation("2026-02")
                    .body("items.name", contains("Nord og Sør"))
                    .body("items.decided", contains(1_500_000))
                    .body("items.agrees", contains(true));
            world.asCountyGovernor("61")
                    .get("/v1/frame-changes?schemeId=" + scheme)
                    .then()
                    .statusCode(200)
                    .body("items.lines.flatten()", hasSize(2));
        } finally {
            world.office(NORTH, "Nord", List.of("61"), Optional.empty(), Optional.empty());
            world.office(SOUTH, "Sør", List.of("62"), Optional.empty(), Optional.empty());
            world.office(whole, "Nord og Sør", List.of("60"), Optional.empty(), Optional.empty());
        }
    }

    @Test
    void theDirectorateDecidesInOtherSchemes() {
        scheme = world.scheme("earmarked");
        world.appropriate(scheme, 1_000_000);
        propose(Map.of(NORTH, 5L), "").statusCode(409).body("type", endsWith("frame.scheme-not-delegated"));
    }

    @Test
    void aCountyGovernorSeesTheOwnFrameAndGivesBackOfNoOthers() {
        var division = propose(Map.of(NORTH, 1_000_000L, SOUTH, 500_000L), "");
        adopted(division);
        world.asCountyGovernor("61")
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .body("items.name", contains("Nord"));
        world.asCountyGovernor("61")
                .get("/v1/frame-changes?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("items.lines", hasSize(1))
                .body("items.lines.flatten().name", contains("Nord"));
        world.asCountyGovernor("63")
                .get("/v1/frame-changes/" + division.extract().<String>path("id"))
                .then()
                .statusCode(404);
        givesBack("61", SOUTH, -100L).statusCode(422).body("errors.code", contains("frame.office-unknown"));
        givesBack("61", NORTH, 100L).statusCode(422).body("errors.code", contains("frame.amount-not-a-change"));
        adopted(givesBack("61", NORTH, -400_000L).body("kind", equalTo("return")));
        frames("dan").body("items.unused", contains(600_000, 500_000));
    }

    @Test
    void anOfficesPeoplePayItsOwnMunicipalitiesAndNoOthers() {
        adopted(propose(Map.of(NORTH, 1_000_000L, SOUTH, 500_000L), ""));
        world.award(scheme, NORTH, Map.of(bygd, 800_000L));
        world.award(scheme, SOUTH, Map.of(by, 300_000L));
        world.accept(bygd, award(bygd), 201);
        world.accept(by, award(by), 201);
        order("stein", "61", award(by)).statusCode(422).body("errors.code", contains("payment.award-unknown"));
        var payment =
                order("stein", "61", award(bygd)).statusCode(201).extract().<String>path("id");
        var others = order("sol", "62", award(by)).statusCode(201).extract().<String>path("id");
        for (var address : List.of("/v1/payments/" + others, "/v1/awards/" + award(by))) {
            world.asCountyGovernor("siv", "61").get(address).then().statusCode(404);
        }
        world.asCountyGovernor("siv", "61")
                .post("/v1/payments/" + others + "/approval")
                .then()
                .statusCode(404);
        world.asCountyGovernor("stein", "61")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(403);
        world.asCountyGovernor("siv", "61")
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        world.asCountyGovernor("siv", "61")
                .get("/v1/payments?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("items.id", contains(payment));
        scheme = world.scheme("earmarked");
        world.appropriate(scheme, 1_000_000);
        world.award(scheme, Map.of(bygd, 500_000L));
        world.accept(bygd, award(bygd), 201);
        order("stein", "61", award(bygd)).statusCode(409).body("type", endsWith("scheme.not-delegated"));
    }

    @Test
    void aReformTakesFramesAndAwardsAlong() {
        adopted(propose(Map.of(NORTH, 1_000_000L, SOUTH, 500_000L), ""));
        world.award(scheme, NORTH, Map.of(bygd, 800_000L));
        world.accept(bygd, award(bygd), 201);
        pay(bygd);
        var leftUnaccepted = world.municipality("61", true);
        world.award(scheme, NORTH, Map.of(leftUnaccepted, 100_000L));
        var whole = world.office("Nord og Sør", List.of("61", "62"), Optional.empty(), Optional.empty());
        world.office(NORTH, "Nord", List.of("61"), Optional.of(REFORM), Optional.of(whole));
        world.office(SOUTH, "Sør", List.of("62"), Optional.of(REFORM), Optional.of(whole));
        try {
            clock.resetTo(Instant.parse("2026-01-02T08:00:00Z"));
            moveFrames.look();
            moveFrames.look();
            frames("dan")
                    .body("items.name", contains("Nord og Sør"))
                    .body("items.authorised", contains(1_500_000))
                    .body("items.paid", contains(800_000))
                    .body("items.unused", contains(600_000));
            balances();
            reconciliation("2025-06")
                    .body("items.name", contains("Nord", "Sør"))
                    .body("items.agrees", everyItem(is(true)));
            reconciliation("2026-01")
                    .body("items.name", contains("Nord og Sør"))
                    .body("items.agrees", contains(true));
            assertThat(world.award(scheme, NORTH, Map.of(bygd, 1L)))
                    .isInstanceOf(MakeAwards.Outcome.NotOfTheOffice.class);
            assertThat(world.award(scheme, whole, Map.of(by, 600_000L))).isInstanceOf(MakeAwards.Outcome.Made.class);
            world.as(leftUnaccepted)
                    .body(Map.of("declinedBy", "Rådmannen", "reason", "Vi klarer oss."))
                    .post("/v1/awards/" + award(leftUnaccepted) + "/declination")
                    .then()
                    .statusCode(201);
            frames("dan").body("items.unused", contains(100_000));
            balances();
        } finally {
            world.office(NORTH, "Nord", List.of("61"), Optional.empty(), Optional.empty());
            world.office(SOUTH, "Sør", List.of("62"), Optional.empty(), Optional.empty());
            world.office(whole, "Nord og Sør", List.of("60"), Optional.empty(), Optional.empty());
        }
    }

    private ValidatableResponse propose(Map<CountyGovernorOfficeId, Long> changes, String unusedBackOn) {
        var body = new LinkedHashMap<String, Object>();
        body.put("schemeId", scheme.toString());
        body.put("year", 2025);
        body.put("reason", "Tildelingsbrev");
        body.put(
                "lines",
                changes.entrySet().stream()
                        .sorted((one, other) ->
                                one.getKey().equals(NORTH) ? -1 : other.getKey().equals(NORTH) ? 1 : 0)
                        .map(change -> Map.of(
                                "countyGovernorOfficeId", change.getKey().toString(), "amount", change.getValue()))
                        .toList());
        if (!unusedBackOn.isEmpty()) {
            body.put("unusedBackOn", unusedBackOn);
        }
        return world.as("ada", "adviser").body(body).post("/v1/frame-changes").then();
    }

    private ValidatableResponse givesBack(String county, CountyGovernorOfficeId office, long amount) {
        return world.asCountyGovernor(county)
                .body(Map.of(
                        "schemeId",
                        scheme.toString(),
                        "year",
                        2025,
                        "reason",
                        "Vi trenger det ikke",
                        "lines",
                        List.of(Map.of("countyGovernorOfficeId", office.toString(), "amount", amount))))
                .post("/v1/frame-changes")
                .then();
    }

    private void adopted(ValidatableResponse proposed) {
        var id = proposed.statusCode(201).extract().<String>path("id");
        world.as("dina", "decision-maker")
                .post("/v1/frame-changes/" + id + "/adoption")
                .then()
                .statusCode(201)
                .body("status", equalTo("adopted"));
    }

    private ValidatableResponse frames(String person) {
        return world.as(person, "adviser")
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse accounts() {
        return world.as("kari", "controller")
                .get("/v1/ledger/accounts?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse reconciliation(String month) {
        return world.as("kari", "controller")
                .get("/v1/frame-reconciliations?schemeId=" + scheme + "&year=2025&month=" + month)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse worklistOf(String link) {
        return world.as("dina", "decision-maker")
                .get("/v1/worklist?limit=500")
                .then()
                .statusCode(200)
                .body("items.link", hasItem(link));
    }

    private void worklist(int flowingBack) {
        var link = "/v1/frames?schemeId=" + scheme + "&year=2025";
        world.as("dina", "decision-maker")
                .get("/v1/worklist?limit=500")
                .then()
                .statusCode(200)
                .body("items.findAll { it.link == '%s' }".formatted(link), hasSize(flowingBack));
    }

    private void balances() {
        world.as("kari", "controller")
                .get("/v1/ledger/check?schemeId=" + scheme)
                .then()
                .statusCode(200)
                .body("identities.findAll { it.difference != 0 }", empty())
                .body("balanced", is(true));
    }

    private String award(Municipality of) {
        return world.as("kari", "controller")
                .get("/v1/awards?schemeId=" + scheme + "&municipality=" + of.number())
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private void payAll() {
        for (var municipality : List.of(bygd, by)) {
            world.accept(municipality, award(municipality), 201);
            pay(municipality);
        }
    }

    private void pay(Municipality municipality) {
        var payment = order("stein", municipality.number().county(), award(municipality))
                .statusCode(201)
                .extract()
                .<String>path("id");
        world.asCountyGovernor("siv", municipality.number().county())
                .post("/v1/payments/" + payment + "/approval")
                .then()
                .statusCode(201);
        world.as("bank", "administrator")
                .body(Map.of("paidOn", "2025-06-01", "reference", "B1"))
                .post("/v1/payments/" + payment + "/confirmation")
                .then()
                .statusCode(201);
    }

    private ValidatableResponse order(String person, String county, String award) {
        Integer amount =
                world.as("kari", "controller").get("/v1/awards/" + award).path("amount");
        return world.asCountyGovernor(person, county)
                .body(Map.of("awardId", award, "amount", amount, "dueOn", "2025-06-01"))
                .post("/v1/payments")
                .then();
    }

    private static <T> List<T> atOnce(List<Callable<T>> acts) throws Exception {
        try (var threads = Executors.newFixedThreadPool(acts.size())) {
            var answers = new ArrayList<T>();
            for (var answer : threads.invokeAll(acts)) {
                answers.add(answer.get());
            }
            return answers;
        }
    }
}
