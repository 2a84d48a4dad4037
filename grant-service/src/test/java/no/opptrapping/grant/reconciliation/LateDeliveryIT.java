package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import no.opptrapping.grant.awards.LapseAwards;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.grant.letters.DeliverLetters;
import no.opptrapping.grant.letters.Deliveries;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.grant.reconciliation.MoneyWorld.Municipality;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

/** A letter that is delivered later than the decision, or not at all. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class LateDeliveryIT extends MillionToGive {
    @Inject
    DeliverLetters deliverLetters;

    @Inject
    Deliveries deliveries;

    @Inject
    LapseAwards lapseAwards;

    @Inject
    HeardMunicipalities heard;

    @Test
    void thePeriodToAcceptCountsFromTheDayOnWhichTheMunicipalityCouldReadTheLetter() throws Exception {
        var late = world.municipality(false);
        var award = awards(Map.of(late, 400_000L)).getFirst();
        deliverLetters.look();
        letter(award.toString()).then().body("deliveredAt", nullValue()).body("channel", equalTo("feed"));

        clock.resetTo(Instant.parse("2025-07-10T08:00:00Z"));
        signsIn(late);
        lapseAwards.look();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var one : executor.invokeAll(Collections.nCopies(8, () -> {
                deliverLetters.look();
                return true;
            }))) {
                one.get();
            }
        }
        letter(award.toString()).then().body("deliveredAt", startsWith("2025-07-10T08:"));
        read(award.toString())
                .then()
                .body("status", equalTo("awarded"))
                .body("acceptBy", equalTo("2025-08-07"))
                .body("version", equalTo(2));
        clock.resetTo(Instant.parse("2025-08-07T21:59:59Z"));
        lapseAwards.look();
        read(award.toString()).then().body("status", equalTo("awarded"));
        clock.resetTo(Instant.parse("2025-08-07T22:00:00Z"));
        lapseAwards.look();
        read(award.toString()).then().body("status", equalTo("lapsed"));
        try (var owner = world.owner();
                var statement = owner.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate(
                            "update award set accept_by = accept_by - 1, version = version + 1 where id = '" + award
                                    + "'"))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void whatCannotBeDeliveredIsWorkForAPersonWhoSendsItAnew() {
        var late = world.municipality(false);
        var award = awards(Map.of(late, 400_000L)).getFirst();
        var id = letter(award.toString()).<String>path("id");
        QuarkusTransaction.requiringNew()
                .run(() -> deliveries.givenUp(new LetterId(UUID.fromString(id)), "Altinn could not"));
        assertThat(worklist("/v1/letters/" + id)).containsExactly("letter-to-deliver adviser 1");

        again(id, "altinn")
                .then()
                .statusCode(409)
                .body("type", endsWith("letter.channel-off"))
                .body("channels", equalTo("feed"));
        again(id, "feed").then().statusCode(201).body("failure", nullValue());
        assertThat(worklist("/v1/letters/" + id)).isEmpty();
        signsIn(late);
        deliverLetters.look();
        letter(award.toString()).then().body("deliveredAt", startsWith("2025-06-01T08:"));
        again(id, "feed").then().statusCode(409).body("type", endsWith("letter.delivered-before"));
    }

    private Response again(String letter, String channel) {
        return world.as("ada", "adviser").body(Map.of("channel", channel)).post("/v1/letters/" + letter + "/delivery");
    }

    private Response read(String award) {
        return world.as("kari", "controller").get("/v1/awards/" + award);
    }

    private Response letter(String award) {
        var id = world
                .as("kari", "controller")
                .get("/v1/letters?limit=500")
                .jsonPath()
                .<Map<String, Object>>getList("items")
                .stream()
                .filter(one -> one.get("subjectId").equals(award))
                .map(one -> one.get("id").toString())
                .findFirst()
                .orElseThrow();
        return world.as("kari", "controller").get("/v1/letters/" + id);
    }

    private void signsIn(Municipality late) {
        var number = new OrganisationNumber("974760673");
        QuarkusTransaction.requiringNew()
                .run(() -> heard.keep(new HeardMunicipality(
                        late.id(),
                        null,
                        List.of(new HeardMunicipality.Version(late.number(), "Sent", LocalDate.of(2000, 1, 1), null)),
                        List.of(),
                        List.of(new HeardMunicipality.HeldNumber(number, LocalDate.of(2000, 1, 1), null)))));
    }
}
