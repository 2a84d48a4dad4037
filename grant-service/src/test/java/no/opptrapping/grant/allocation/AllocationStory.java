package no.opptrapping.grant.allocation;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.rules;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.known.HeardIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.testing.World;
import org.junit.jupiter.api.BeforeEach;

/** A scheme with money, two municipalities of their own and figures for all: what stories of runs begin with. */
public abstract class AllocationStory {
    protected static final LocalDate STRUCTURE = LocalDate.of(2024, 1, 1);
    private static final Instant WITHDRAWN_AT = Instant.parse("2025-01-15T10:00:00Z");
    protected static final AtomicInteger VERSIONS = new AtomicInteger();
    protected static final AtomicInteger CHAPTERS = new AtomicInteger(2000);
    protected static final int APPROPRIATION = 10_000_000;
    protected static final Instant WHILE_OPEN = Instant.parse("2025-02-01T08:00:00Z");
    protected static final Instant AFTER_THE_DEADLINE = Instant.parse("2025-04-01T08:00:00Z");

    @Inject
    protected World world;

    @Inject
    protected HeardIndicators indicators;

    @Inject
    protected KnownMunicipalities municipalities;

    protected World.Resident large;
    protected World.Resident small;
    protected String scheme;

    @BeforeEach
    protected void begin() {
        world.itIs(World.BEGINNING);
        large = world.founded("Storby");
        small = world.founded("Lillevik");
        scheme = schemeWithMoney("earmarked");
        publish();
    }

    protected String schemeWithMoney(String kind) {
        var body = scheme("s-" + UUID.randomUUID(), kind);
        // Award references are numbered within a scheme and begin with its chapter and item.
        body.put("chapter", Integer.toString(CHAPTERS.incrementAndGet()));
        var id = world.schemeInForce(body);
        for (var year : List.of(2025, 2026)) {
            appropriated(id, year);
        }
        return id;
    }

    /** A scheme whose rules have the county governors decide, with money of 2025 that is in no frame. */
    protected String delegatedSchemeWithMoney() {
        var body = scheme("s-" + UUID.randomUUID());
        body.put("chapter", Integer.toString(CHAPTERS.incrementAndGet()));
        var delegated = rules(28);
        delegated.put("chapter", body.get("chapter"));
        delegated.put("awardCriteria", List.of());
        delegated.put("decidedBy", "county-governors");
        var id = world.schemeInForce(body, delegated);
        appropriated(id, 2025);
        return id;
    }

    private void appropriated(String of, int year) {
        var appropriation = post(
                        adviser(),
                        "/v1/appropriations",
                        Map.of("schemeId", of, "year", year, "amount", APPROPRIATION, "source", "Prop. 1 S"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(leader(), "/v1/appropriations/" + appropriation + "/approval", Map.of())
                .statusCode(201);
    }

    /** Figures for every municipality that any test has founded: a new version, since tests share the database. */
    protected void publish() {
        var version = VERSIONS.incrementAndGet();
        for (var code : List.of("population", "population-18-66")) {
            for (var year : List.of(2024, 2025)) {
                tell(code, year, version, Optional.empty());
            }
        }
    }

    /** The version that was published last is withdrawn. */
    protected void withdraw(String code, int year, String reason) {
        tell(code, year, VERSIONS.get(), Optional.of(new HeardIndicator.Withdrawal(WITHDRAWN_AT, reason)));
    }

    private void tell(String code, int year, int version, Optional<HeardIndicator.Withdrawal> withdrawal) {
        var values = municipalities.validOn(STRUCTURE).stream()
                .map(one ->
                        new HeardIndicator.Value(one.number(), one.number().equals(large.number()) ? "90000" : "1000"))
                .toList();
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(new HeardIndicator(
                        code,
                        HeardIndicator.Kind.QUANTITY,
                        Year.of(year),
                        LocalDate.of(year, 1, 1),
                        version,
                        "persons",
                        "Invented for a test",
                        values,
                        withdrawal)));
    }

    protected RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    protected RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }

    protected static Map<String, Object> objective(String weight) {
        return Map.of(
                "kind",
                "objective",
                "weights",
                List.of(
                        Map.of("indicator", "population", "weight", "0.4"),
                        Map.of("indicator", "population-18-66", "weight", weight)));
    }

    protected static Map<String, Object> run(String scheme, int year, Map<String, Object> model) {
        return Map.of(
                "name",
                "Fordeling",
                "schemeId",
                scheme,
                "year",
                year,
                "structureDate",
                year + "-01-01",
                "unit",
                1000,
                "pots",
                List.of(Map.of("name", "resten", "budget", Map.of("rest", true), "model", model)));
    }

    protected String simulated() {
        return post(adviser(), "/v1/allocation-runs", run(scheme, 2025, objective("0.6")))
                .statusCode(201)
                .body("status", equalTo("simulated"))
                .body("budget", equalTo(APPROPRIATION))
                .extract()
                .path("id");
    }

    protected Map<String, Object> withPots(Object... pots) {
        var run = new HashMap<>(run(scheme, 2025, Map.of()));
        run.put("pots", List.of(pots));
        return run;
    }

    protected ValidatableResponse simulate(Map<String, Object> model) {
        return simulate(model, Map.of("rest", true));
    }

    protected ValidatableResponse simulate(Map<String, Object> model, Map<String, Object> budget) {
        var run = withPots(Map.of("name", "alt", "budget", budget, "model", model));
        run.put("unit", 1);
        return post(adviser(), "/v1/allocation-runs", run);
    }

    protected JsonPath result(String id) {
        return adviser()
                .get("/v1/allocation-runs/" + id + "/result?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** A call of the scheme for 2025, announced, on a day on which it takes applications. */
    protected String announced() {
        return announced(Map.of());
    }

    protected String announced(Map<String, Object> but) {
        var body = call(scheme);
        body.putAll(but);
        var call = post(adviser(), "/v1/calls", body).statusCode(201).extract().<String>path("id");
        post(leader(), "/v1/calls/" + call + "/announcement").statusCode(201);
        world.itIs(WHILE_OPEN);
        return call;
    }

    /** An application for 400 000 kroner with these positions, submitted. */
    protected String submitted(World.Resident by, String call, int percent, int year) {
        var body = application(call);
        body.put("positions", List.of(Map.of("title", "Ruskonsulent", "percent", percent, "year", year)));
        return submitted(by, body);
    }

    protected String submitted(World.Resident by, Map<String, Object> body) {
        var id = post(world.as(by), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.as(by), "/v1/applications/" + id + "/submission").statusCode(201);
        return id;
    }

    protected void assessed(String application, int amount, int rank) {
        post(adviser(), "/v1/assessments", assessment(application, amount, rank))
                .statusCode(201);
    }

    protected ValidatableResponse adopt(String run) {
        return adopt(run, Map.of());
    }

    protected ValidatableResponse adopt(String run, Map<String, Object> confirmations) {
        return post(leader(), "/v1/allocation-runs/" + run + "/adoption", confirmations);
    }

    protected static int amount(JsonPath result, World.Resident municipality) {
        return amounts(result, municipality).getFirst();
    }

    protected static List<Integer> amounts(JsonPath result, World.Resident municipality) {
        return result.getList("items.findAll { it.number == '" + municipality.number() + "' }.amount", Integer.class);
    }
}
