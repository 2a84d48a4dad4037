package no.opptrapping.grant.renewals;

import static no.opptrapping.grant.testing.FormBodies.answers;
import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.FormBodies.question;
import static no.opptrapping.grant.testing.FormBodies.schema;
import static no.opptrapping.grant.testing.FormBodies.section;
import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import no.opptrapping.grant.applications.TakeOverApplications;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.reported.HeardReport;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The year after: an application that begins with last year's and with what its report says. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class RenewalsIT {
    private static final Instant LAST_YEAR = Instant.parse("2025-02-01T10:00:00Z");
    private static final Instant THIS_YEAR = Instant.parse("2026-02-01T10:00:00Z");

    @Inject
    World world;

    @Inject
    MakeAwards makeAwards;

    @Inject
    Awards awards;

    @Inject
    Reports reports;

    @Inject
    TakeOverApplications takeOverApplications;

    private World.Resident utsira;
    private World.Resident karmoy;
    private String scheme;
    private String applied;
    private String appliedByKarmoy;

    @BeforeEach
    void lastYear() {
        world.itIs(World.BEGINNING);
        utsira = world.founded("Utsira");
        karmoy = world.founded("Karmøy");
        scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        var call = announced(call(scheme), form());
        world.itIs(LAST_YEAR);
        applied = submitted(utsira, call);
        appliedByKarmoy = submitted(karmoy, call);
    }

    @Test
    void beginsWithLastYearsApplicationAndWhatItsReportSaysAndMarksBoth() {
        awarded(utsira);
        reported(utsira, HeardReport.Status.SUBMITTED);
        var call = thisYear();

        var draft = renew(utsira, call)
                .statusCode(201)
                .body("renewalOf", contains(applied))
                .body("left.pointer", containsInAnyOrder("/answers/measured", "/commitment"))
                .body("left.find { it.pointer == '/answers/measured' }.reason", equalTo("not-asked"))
                .body("missing.code", hasItem("application.commitment-missing"))
                .extract()
                .<String>path("applicationId");
        var read = world.as(utsira)
                .get("/v1/applications/" + draft)
                .then()
                .statusCode(200)
                .body("status", equalTo("draft"), "year", equalTo(2026), "asked", equalTo(400_000))
                .body("measures.title", contains("Oppsøkende team", "Arbeid og aktivitet"))
                .body("positions[0].title", equalTo("Ruskonsulent"), "positions[0].year", nullValue())
                .body("commitment", equalTo(false), "ownShare", equalTo(111_000))
                .body("answers.users", equalTo(40), "answers.measured", nullValue(), "answers.left", equalTo(30_000))
                .body("origins.find { '/answers/left' in it.pointers }.sources[0].approved", equalTo(false))
                .body("origins.find { '/answers/left' in it.pointers }.sources[0].kind", equalTo("report"))
                .body("origins.find { '/ownShare' in it.pointers }.sources[0].kind", equalTo("report"))
                .body("origins.find { '/measures/0/title' in it.pointers }.sources[0].id", equalTo(applied))
                .body("origins.find { '/asked' in it.pointers }.sources[0].year", equalTo(2025));
        assertThat(read.extract().<String>path("answers.description")).isEqualTo("Førti personer uten oppfølging.");

        // Only what has changed is written; what is changed loses its mark.
        world.as(utsira)
                .contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body(Map.of(
                        "commitment",
                        true,
                        "ownShare",
                        100_000,
                        "positions",
                        List.of(),
                        "answers",
                        Map.of("users", 45)))
                .patch("/v1/applications/" + draft)
                .then()
                .statusCode(200)
                .body("missing", hasSize(0))
                .body("origins.pointers.flatten()", hasItems("/asked", "/measures/0/title", "/answers/left"))
                .body("origins.pointers.flatten()", not(hasItem("/answers/users")))
                .body("origins.pointers.flatten()", not(hasItem("/ownShare")));
        renew(utsira, call).statusCode(200).body("applicationId", equalTo(draft), "version", equalTo(2));
        post(world.as(utsira), "/v1/applications/" + draft + "/submission").statusCode(201);
    }

    @Test
    void anApprovedReportIsMarkedAsOne() {
        awarded(utsira);
        reported(utsira, HeardReport.Status.APPROVED);
        var draft = renew(utsira, thisYear()).statusCode(201).extract().<String>path("applicationId");
        world.as(utsira)
                .get("/v1/applications/" + draft)
                .then()
                .body("origins.find { '/ownShare' in it.pointers }.sources[0].approved", equalTo(true));
    }

    @Test
    void afterAMergerTheApplicationsOfAllBecomeOne() {
        world.keep(new HeardMunicipality(
                utsira.id(),
                LocalDate.of(2026, 1, 1),
                List.of(new HeardMunicipality.Version(
                        utsira.number(), utsira.name(), LocalDate.of(1900, 1, 1), LocalDate.of(2026, 1, 1))),
                List.of(new HeardMunicipality.Successor(karmoy.id(), LocalDate.of(2026, 1, 1), BigDecimal.ONE, true)),
                List.of()));
        var call = thisYear();
        takeOverApplications.ofCeased().forEach(takeOverApplications::takeOver);

        var draft = renew(karmoy, call)
                .statusCode(201)
                .body("renewalOf", contains(appliedByKarmoy, applied))
                .body("left.findAll { it.reason == 'otherwise-said' }.pointer", contains("/contact"))
                .extract()
                .<String>path("applicationId");
        world.as(karmoy)
                .get("/v1/applications/" + draft)
                .then()
                .body("measures", hasSize(4), "budgetLines", hasSize(6), "asked", equalTo(800_000))
                .body("ownShare", equalTo(200_000))
                .body("origins.find { '/measures/0/title' in it.pointers }.sources.id", contains(appliedByKarmoy))
                .body("origins.find { '/measures/2/title' in it.pointers }.sources.id", contains(applied))
                .body("origins.find { '/asked' in it.pointers }.sources", hasSize(2))
                .body("missing.code", not(hasItem("application.measures-do-not-sum")))
                .body("missing.code", not(hasItem("application.budget-does-not-sum")));
    }

    @Test
    void thereHasToBeSomethingToRenewAndACallThatTakesIt() {
        var call = thisYear();
        var newcomer = world.founded("Ny");
        renew(newcomer, call).statusCode(409).body("type", endsWith("application.nothing-to-renew"));
        renew(utsira, UUID.randomUUID().toString()).statusCode(404);
        world.itIs(Instant.parse("2026-03-02T10:00:00Z"));
        renew(utsira, call).statusCode(409).body("type", endsWith("application.call-over"));
    }

    @Test
    void ofManyThatRenewAtOnceOneDoesAndTheOthersGetItsDraft() throws Exception {
        var call = thisYear();
        Callable<Integer> act = () -> renew(karmoy, call).extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(List.of(act, act, act, act, act, act, act, act))) {
                statuses.add(answer.get());
            }
            assertThat(statuses).containsOnlyOnce(201).containsOnly(200, 201);
        }
        world.as(karmoy).get("/v1/applications?callId=" + call).then().body("items", hasSize(1));
    }

    private String thisYear() {
        world.itIs(Instant.parse("2026-01-12T10:00:00Z"));
        var body = call(scheme);
        body.put("year", 2026);
        body.put("opensOn", "2026-01-15");
        body.put("deadline", "2026-03-01T23:59:59+01:00");
        var schema = schema();
        var properties = new LinkedHashMap<Object, Object>((Map<?, ?>) schema.get("properties"));
        properties.remove("measured");
        properties.put("left", Map.of("type", "integer", "minimum", 0));
        schema.put("properties", properties);
        var form = form(schema);
        var left = question("left");
        left.put("prefill", "unspent");
        form.put(
                "sections",
                List.of(
                        section("need", question("users"), question("description"), left),
                        ((List<?>) form().get("sections")).get(1)));
        var announced = announced(body, form);
        world.itIs(THIS_YEAR);
        return announced;
    }

    private String announced(Map<String, Object> body, Map<String, Object> form) {
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("adviser-1", "adviser"), "/v1/calls/" + call + "/form/versions", form)
                .statusCode(201);
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        return call;
    }

    private String submitted(World.Resident by, String call) {
        var body = application(call);
        body.put("answers", answers());
        var id = post(world.as(by), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.as(by), "/v1/applications/" + id + "/submission").statusCode(201);
        return id;
    }

    private void awarded(World.Resident to) {
        var appropriation = post(
                        world.asPerson("adviser-1", "adviser"),
                        "/v1/appropriations",
                        Map.of("schemeId", scheme, "year", 2025, "amount", 10_000_000, "source", "Prop. 1 S"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/appropriations/" + appropriation + "/approval")
                .statusCode(201);
        var allocation = new AdoptedAllocation(
                UUID.randomUUID(),
                new SchemeId(UUID.fromString(scheme)),
                1,
                Year.of(2025),
                LocalDate.of(2025, 1, 1),
                "leader-1",
                LAST_YEAR,
                List.of(new AdoptedAmount(
                        to.id(), to.number(), Optional.empty(), Optional.empty(), Kroner.of(400_000), List.of())));
        assertThat(QuarkusTransaction.requiringNew().call(() -> makeAwards.from(allocation)))
                .isInstanceOf(MakeAwards.Outcome.Made.class);
    }

    private void reported(World.Resident by, HeardReport.Status status) {
        QuarkusTransaction.requiringNew().run(() -> {
            var award = awards.of(new SchemeId(UUID.fromString(scheme)), Year.of(2025))
                    .getFirst();
            var report = new HeardReport(
                    UUID.randomUUID(),
                    1,
                    status,
                    by.id(),
                    by.number(),
                    Year.of(2025),
                    LocalDate.of(2026, 3, 1),
                    Optional.of(THIS_YEAR),
                    Optional.of(THIS_YEAR).filter(_ -> status == HeardReport.Status.APPROVED),
                    List.of(new HeardReport.Account(
                            award.id().value(),
                            Kroner.ZERO,
                            Kroner.of(400_000),
                            Kroner.of(370_000),
                            Kroner.of(30_000),
                            Kroner.of(111_000))),
                    Optional.of(new BigDecimal("2.50")));
            reports.keep(report, THIS_YEAR);
            reports.keepWritten(report);
        });
    }

    private ValidatableResponse renew(World.Resident by, String call) {
        return post(world.as(by), "/v1/calls/" + call + "/renewals");
    }
}
