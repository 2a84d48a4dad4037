package no.opptrapping.grant.reconciliation;

import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.succession.FollowStructureChanges;
import no.opptrapping.grant.testing.OwnDatabase;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.Test;

/** What becomes of applications, awards and payments when municipalities are merged and split. */
@QuarkusTest
@TestProfile(OwnDatabase.class)
class SuccessionStoryIT {
    @Inject
    MoneyWorld money;

    @Inject
    World world;

    @Inject
    ToldRegister register;

    @Inject
    FollowStructureChanges follow;

    @Inject
    SimulatedClock clock;

    @Test
    void trondheimTakesOverFromKlaebuInTwentyTwenty() {
        clock.resetTo(Instant.parse("2019-11-01T08:00:00Z"));
        var trondheim = ToldRegister.municipality("5001", "830000003");
        var klaebu = ToldRegister.municipality("5030", "830001018");
        register.tell(trondheim, 1, "Trondheim", null, null, "[]");
        register.tell(klaebu, 1, "Klæbu", null, null, "[]");
        register.awaitKnown(trondheim, "2019-11-01");
        register.awaitKnown(klaebu, "2019-11-01");

        var scheme = money.scheme("earmarked");
        var accepted = money.awarded(scheme, Year.of(2019), klaebu, 200_000);
        money.accept(klaebu, accepted, 201);
        var payment = money.as("ada", "adviser")
                .body(Map.of("awardId", accepted, "amount", 50_000, "dueOn", "2020-01-15"))
                .post("/v1/payments")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        var call = announced(scheme);
        var application = submitted(klaebu, call);
        var own = submitted(trondheim, call);

        // Heard of in advance, the newer version before the older.
        var merger = "[" + ToldRegister.successor(trondheim, "2020-01-01", "1", true) + "]";
        register.tell(klaebu, 3, "Klæbu", null, "2020-01-01", merger);
        register.tell(klaebu, 2, "Klæbu", null, null, "[]");
        Poll.until("the merger", () -> register.known(klaebu, "2020-01-01").isEmpty());
        follow.look();
        money.as(klaebu).get("/v1/awards/" + accepted).then().statusCode(200).body("holder.number", equalTo("5030"));
        money.as(trondheim).get("/v1/awards/" + accepted).then().statusCode(404);

        clock.resetTo(Instant.parse("2019-12-31T23:30:00Z"));
        follow.look();
        follow.look();
        register.tell(klaebu, 3, "Klæbu", null, "2020-01-01", merger);
        follow.look();

        money.as(klaebu).get("/v1/awards/" + accepted).then().statusCode(404);
        money.as(klaebu).get("/v1/awards").then().body("items", empty());
        money.as(klaebu).get("/v1/applications/" + application).then().statusCode(404);
        post(money.as(klaebu), "/v1/applications", Requests.application(call)).statusCode(403);
        money.as(trondheim)
                .get("/v1/awards/" + accepted)
                .then()
                .statusCode(200)
                .body("recipient.name", equalTo("Klæbu"))
                .body("recipient.number", equalTo("5030"))
                .body("holder.number", equalTo("5001"))
                .body("takeovers", hasSize(1))
                .body("takeovers[0].on", equalTo("2020-01-01"))
                .body("version", equalTo(3));
        money.as("kari", "controller")
                .get("/v1/payments/" + payment)
                .then()
                .statusCode(200)
                .body("municipalityId", equalTo(klaebu.id().toString()))
                .body("payeeId", equalTo(trondheim.id().toString()))
                .body("status", equalTo("ordered"));
        money.as(trondheim)
                .get("/v1/applications?callId=" + call)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(application, own)));
        money.as(trondheim)
                .get("/v1/applications/" + application)
                .then()
                .statusCode(200)
                .body("host.number", equalTo("5001"))
                .body("takeovers.municipalityId", equalTo(List.of(trondheim.id().toString())))
                .body("begunBy", equalTo(klaebu.id().toString()));
        post(money.as(trondheim), "/v1/applications/" + application + "/withdrawal", Map.of("reason", "Slått sammen"))
                .statusCode(201);
    }

    @Test
    void aalesundAndNotHaramTakesOverFromTheOneThatWasSplitHoweverLateItIsHeard() {
        clock.resetTo(Instant.parse("2023-06-01T08:00:00Z"));
        var whole = ToldRegister.municipality("1507", "830002022");
        var aalesund = ToldRegister.municipality("1508", "830003029");
        var haram = ToldRegister.municipality("1580", "830004033");
        register.tell(whole, 1, "Ålesund", "2020-01-01", null, "[]");
        register.awaitKnown(whole, "2023-06-01");
        var scheme = money.scheme("earmarked");
        var award = money.awarded(scheme, Year.of(2023), whole, 300_000);

        clock.resetTo(Instant.parse("2024-02-01T08:00:00Z"));
        register.tell(
                whole,
                2,
                "Ålesund",
                "2020-01-01",
                "2024-01-01",
                "[" + ToldRegister.successor(haram, "2024-01-01", "0.14", false) + ","
                        + ToldRegister.successor(aalesund, "2024-01-01", "0.86", true) + "]");
        register.tell(haram, 1, "Haram", "2024-01-01", null, "[]");
        register.awaitKnown(haram, "2024-02-01");
        Poll.until("the split", () -> register.known(whole, "2024-02-01").isEmpty());
        follow.look();
        money.as("kari", "controller")
                .get("/v1/awards/" + award)
                .then()
                .body("holder.number", equalTo("1507"))
                .body("version", equalTo(1));

        register.tell(aalesund, 1, "Ålesund", "2024-01-01", null, "[]");
        register.awaitKnown(aalesund, "2024-02-01");
        follow.look();
        money.as(whole).get("/v1/awards/" + award).then().statusCode(404);
        money.as(haram).get("/v1/awards/" + award).then().statusCode(404);
        money.as(haram).get("/v1/awards").then().body("items", empty());
        money.as(aalesund)
                .get("/v1/awards")
                .then()
                .body("items.id", hasItem(award))
                .body("items.find { it.id == '" + award + "' }.takeovers.number", equalTo(List.of("1508")));
        money.accept(haram, award, 404);
        money.accept(aalesund, award, 201);
        // What is awarded by a run that was computed before the split goes to the one that answers for it.
        var late = money.awarded(scheme, Year.of(2024), whole, 100_000);
        money.as(aalesund)
                .get("/v1/awards/" + late)
                .then()
                .statusCode(200)
                .body("recipient.number", equalTo("1508"))
                .body("takeovers", empty());
    }

    private String announced(SchemeId scheme) {
        var body = Requests.call(scheme.toString());
        body.putAll(Map.of("year", 2020, "opensOn", "2019-10-01", "deadline", "2020-02-01T12:00:00+01:00"));
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", body)
                .statusCode(201)
                .extract()
                .<String>path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
        return call;
    }

    private String submitted(Municipality by, String call) {
        var id = money.as(by)
                .body(Requests.application(call))
                .post("/v1/applications")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        money.as(by).post("/v1/applications/" + id + "/submission").then().statusCode(201);
        return id;
    }
}
