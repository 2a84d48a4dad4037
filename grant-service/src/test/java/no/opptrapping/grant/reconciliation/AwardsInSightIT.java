package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.time.SimulatedClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whose awards a caller sees, whatever the caller asks for. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class AwardsInSightIT {
    @Inject
    MoneyWorld world;

    @Inject
    SimulatedClock clock;

    private SchemeId scheme;
    private MoneyWorld.Municipality here;
    private MoneyWorld.Municipality elsewhere;

    @BeforeEach
    void awardInTwoCounties() {
        clock.resetTo(Instant.parse("2025-06-01T08:00:00Z"));
        scheme = world.scheme("earmarked");
        world.appropriate(scheme, 1_000_000);
        here = world.municipality("98", true);
        elsewhere = world.municipality("97", true);
        world.award(scheme, Map.of(here, 200_000L, elsewhere, 300_000L));
    }

    @Test
    void theCountyGovernorSeesTheAwardsOfTheOwnCountyAndNoOther() {
        assertThat(recipients(world.asCountyGovernor("98"), "")).containsExactly(number(here));
        assertThat(recipients(world.asCountyGovernor("98"), "&municipality=" + number(elsewhere)))
                .isEmpty();
        var other = awardOf(elsewhere);
        world.asCountyGovernor("98").get("/v1/awards/" + other).then().statusCode(404);
        world.asCountyGovernor("97").get("/v1/awards/" + other).then().statusCode(200);
    }

    @Test
    void theDirectorateSeesAllAndCanAskForAMunicipality() {
        assertThat(recipients(controller(), "")).containsExactlyInAnyOrder(number(here), number(elsewhere));
        assertThat(recipients(controller(), "&municipality=" + number(here))).containsExactly(number(here));
    }

    @Test
    void aMunicipalitySeesItsOwnWhicheverItAsksFor() {
        assertThat(recipients(world.as(here), "")).containsExactly(number(here));
        assertThat(recipients(world.as(here), "&municipality=" + number(elsewhere)))
                .isEmpty();
    }

    @Test
    void aJointAwardIsSeenByEverybodyWhoSharesInItAndAcceptedByItsRecipient() {
        var guest = world.municipality("98", true);
        var neighbour = world.municipality("98", true);
        world.shared(scheme, here, Map.of(here, 60_000L, guest, 40_000L));
        assertThat(recipients(world.as(guest), "")).containsExactly(number(here));
        assertThat(recipients(world.as(neighbour), "")).isEmpty();
        String joint = world.as(guest).get("/v1/awards?schemeId=" + scheme).path("items[0].id");
        world.as(guest).get("/v1/awards/" + joint + "/letter").then().statusCode(200);
        world.as(neighbour).get("/v1/awards/" + joint).then().statusCode(404);
        world.accept(guest, joint, 404);
        world.accept(here, joint, 201);
    }

    private String awardOf(MoneyWorld.Municipality recipient) {
        return controller()
                .get("/v1/awards?schemeId=" + scheme + "&municipality=" + number(recipient))
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
    }

    private List<String> recipients(RequestSpecification caller, String filter) {
        return caller.get("/v1/awards?schemeId=" + scheme + filter)
                .then()
                .statusCode(200)
                .extract()
                .path("items.recipient.number");
    }

    private RequestSpecification controller() {
        return world.as("kari", "controller");
    }

    private static String number(MoneyWorld.Municipality municipality) {
        return municipality.number().value();
    }
}
