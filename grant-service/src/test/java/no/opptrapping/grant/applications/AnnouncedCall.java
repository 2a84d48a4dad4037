package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.testing.World;
import org.junit.jupiter.api.BeforeEach;

/** A call that has been announced and can be answered, new for each test. */
abstract class AnnouncedCall {
    @Inject
    World world;

    String scheme;
    String call;

    @BeforeEach
    void announce() {
        world.itIs(World.BEGINNING);
        announce(world.schemeInForce(scheme("s-" + UUID.randomUUID())));
    }

    /** Announces a call of the scheme and lets it open. */
    void announce(String ofScheme) {
        world.itIs(World.BEGINNING);
        scheme = ofScheme;
        call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .extract()
                .path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
    }

    String begin(World.Resident by, Map<String, Object> body) {
        return post(world.as(by), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .path("id");
    }

    ValidatableResponse put(World.Resident by, String id, String ifMatch, Map<String, Object> body) {
        var request = world.as(by).contentType("application/json").body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/v1/applications/" + id).then();
    }
}
