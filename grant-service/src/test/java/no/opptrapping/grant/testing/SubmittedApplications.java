package no.opptrapping.grant.testing;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;

/** An announced call that is open, to which municipalities apply: what stories of case work begin with. */
public abstract class SubmittedApplications {
    protected static final Instant OPEN = Instant.parse("2025-02-01T10:00:00Z");

    @Inject
    protected World world;

    protected String scheme;
    protected String call;

    @BeforeEach
    protected void announce() {
        world.itIs(World.BEGINNING);
        scheme = schemeInForce();
        call = announced(call(scheme));
        world.itIs(OPEN);
    }

    protected String schemeInForce() {
        return world.schemeInForce(scheme("s-" + UUID.randomUUID()));
    }

    /** A call that somebody makes and another person announces. */
    protected String announced(Map<String, Object> body) {
        var id = post(adviser(), "/v1/calls", body).statusCode(201).extract().<String>path("id");
        post(leader(), "/v1/calls/" + id + "/announcement").statusCode(201);
        return id;
    }

    /** The municipality applies for so much and submits. */
    protected String submitted(World.Resident municipality, int asked) {
        var id = begun(municipality, asked);
        post(world.as(municipality), "/v1/applications/" + id + "/submission").statusCode(201);
        return id;
    }

    /** The municipality begins to apply for so much. */
    protected String begun(World.Resident municipality, int asked) {
        var body = application(call);
        body.put("asked", asked);
        body.put("measures", List.of(Requests.measure("ambulant-outreach", "Oppsøkende team", asked)));
        body.put("budgetLines", List.of(Requests.line("wages", "Lønn", asked + 100_000)));
        return post(world.as(municipality), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Nobody who is recorded so does anything in the scheme. */
    protected void disqualified(String person) {
        post(
                        leader(),
                        "/v1/disqualifications",
                        Map.of("person", person, "schemeId", scheme, "reason", "Bor i kommunen"))
                .statusCode(201);
    }

    protected RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    protected RequestSpecification leader() {
        return world.asPerson("leader-1", "decision-maker");
    }

    /** How often each status is the answer to so many that do the same at once. */
    protected static Map<Integer, Long> atOnce(int times, Callable<ValidatableResponse> act) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var statuses = new ArrayList<Integer>();
            for (var answer : threads.invokeAll(
                    IntStream.range(0, times).mapToObj(_ -> act).toList())) {
                statuses.add(answer.get().extract().statusCode());
            }
            return statuses.stream().collect(Collectors.groupingBy(one -> one, Collectors.counting()));
        }
    }
}
