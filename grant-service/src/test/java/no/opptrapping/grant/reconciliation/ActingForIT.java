package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Year;
import java.util.Map;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.Test;

/** Who may act for a municipality that is not its own. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ActingForIT {
    @Inject
    MoneyWorld money;

    @Inject
    ToldRegister register;

    @Inject
    SimulatedClock clock;

    @Test
    void aHostActsForItsNeighbourInWhatTheRegisterSaysAndAsLongAsItSays() {
        clock.resetTo(Instant.parse("2023-06-01T08:00:00Z"));
        var neighbour = ToldRegister.municipality("9871", "830005048");
        var host = ToldRegister.municipality("9872", "830006044");
        register.tell(host, 1, "Verten", null, null, "[]");
        register.tell(neighbour, 1, "Naboen", null, null, "[]");
        register.awaitKnown(host, "2023-06-01");
        register.awaitKnown(neighbour, "2023-06-01");
        var award = money.awarded(money.scheme("earmarked"), Year.of(2023), neighbour, 90_000);
        money.as(host)
                .header("Acting-For", "9871")
                .get("/v1/awards/" + award)
                .then()
                .statusCode(403)
                .body("detail", containsString("Acting-For"));

        register.tellRepresented(neighbour, 2, host, "accept", "2023-01-01", "2023-07-01");
        Poll.until(
                "the host to be heard of",
                () -> money.as(host)
                                .header("Acting-For", "9871")
                                .get("/v1/awards/" + award)
                                .statusCode()
                        == 200);
        money.as(host).get("/v1/awards/" + award).then().statusCode(404);
        post(money.as(host).header("Acting-For", "9871"), "/v1/applications", Requests.application(award))
                .statusCode(403);
        money.as(host)
                .header("Acting-For", "9871")
                .body(Map.of("accountNumber", MoneyWorld.ACCOUNT, "acceptedBy", "Rådmannen", "termsAccepted", true))
                .post("/v1/awards/" + award + "/acceptance")
                .then()
                .statusCode(201);
        clock.resetTo(Instant.parse("2023-07-01T08:00:00Z"));
        money.as(host).header("Acting-For", "9871").get("/v1/awards").then().statusCode(403);
        money.as(host).header("Acting-For", "98 71").get("/v1/awards").then().statusCode(403);
        money.as(neighbour).get("/v1/awards/" + award).then().statusCode(200);
    }
}
