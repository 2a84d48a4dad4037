package no.opptrapping.grant.timelines;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.util.Map;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.OwnDatabase;
import no.opptrapping.grant.testing.World;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** How long a call took is measured from what happened; in a database of its own, since it divides money among everybody there is. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class TimelineIT extends AllocationStory {
    @Test
    void theDaysFromTheDeadlineToTheMoneyAreThoseThatItTook() {
        var url = ConfigProvider.getConfig().getValue("quarkus.datasource.jdbc.url", String.class);
        assertThat(url).endsWith("/timelines");
        var call = announced();
        assessed(submitted(large, call, 100, 1), 330_000, 1);
        assessed(submitted(small, call, 100, 1), 330_000, 2);
        timeline(call).body("lastDay", equalTo("2025-03-01")).body("steps.waiting", contains(0, 0, 0, 0));

        world.itIs(Instant.parse("2025-03-11T10:00:00Z"));
        timeline(call)
                .body("steps.step", contains("decision", "letter", "acceptance", "money"))
                .body("steps.done", contains(0, 0, 0, 0))
                .body("steps[0].waiting", equalTo(2))
                .body("steps[0].oldestWaitingDays", equalTo(10))
                .body("steps[0].medianDays", nullValue())
                .body("steps[1].somebodyWaits", equalTo(false))
                .body("steps[1].oldestWaitingDays", nullValue());

        world.itIs(Instant.parse("2025-04-01T10:00:00Z"));
        adopt(simulate(Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest"))
                        .statusCode(201)
                        .extract()
                        .path("id"))
                .statusCode(201);
        world.itIs(Instant.parse("2025-04-11T10:00:00Z"));
        accept(large);
        timeline(call)
                .body("steps.done", contains(2, 2, 1, 0))
                .body("steps.waiting", contains(0, 0, 1, 2))
                .body("steps[0].medianDays", equalTo(31))
                .body("steps[0].slowestTenthDays", equalTo(31))
                .body("steps[2].medianDays", equalTo(41))
                .body("steps[3].oldestWaitingDays", equalTo(41));
    }

    private void accept(World.Resident municipality) {
        var award = world.as(municipality)
                .get("/v1/awards")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        post(
                        world.as(municipality),
                        "/v1/awards/" + award + "/acceptance",
                        Map.of("accountNumber", "86011117947", "acceptedBy", "Rådmannen", "termsAccepted", true))
                .statusCode(201);
    }

    private static ValidatableResponse timeline(String call) {
        return given().get("/v1/calls/" + call + "/timeline").then().statusCode(200);
    }
}
