package no.opptrapping.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.Obligations;
import org.junit.jupiter.api.Test;

/** What becomes of obligations and open reports when municipalities are merged and split. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class SuccessionStoryIT {
    private static final String TRONDHEIM_ORGANISATION = "830000003";
    private static final String KLAEBU_ORGANISATION = "830001018";

    @Inject
    Neighbours neighbours;

    @Inject
    Tokens tokens;

    @Inject
    Obligations obligations;

    @Inject
    SimulatedClock clock;

    @Test
    void trondheimReportsForKlaebuFromTheDayOfTheMerger() {
        clock.resetTo(Instant.parse("2019-12-01T08:00:00Z"));
        var trondheim = UUID.randomUUID().toString();
        var klaebu = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        var merger = neighbours.municipality(
                klaebu,
                3,
                period("5030", "Klæbu", null, "2020-01-01"),
                KLAEBU_ORGANISATION,
                successor(trondheim, true));
        neighbours.publish(
                neighbours.municipality(
                        trondheim, 1, period("5001", "Trondheim", null, null), TRONDHEIM_ORGANISATION, ""),
                neighbours.municipality(klaebu, 1, period("5030", "Klæbu", null, null), KLAEBU_ORGANISATION, ""),
                neighbours.award(award, 1, "accepted", klaebu, "5030", 600_000),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", award, klaebu, 600_000),
                // Heard of in advance, and the older version after the newer.
                merger,
                neighbours.municipality(klaebu, 2, period("5030", "Klæbu", null, null), KLAEBU_ORGANISATION, ""));
        String report = Poll.untilPresent(
                "the report",
                () -> Optional.ofNullable(tokens.municipality(KLAEBU_ORGANISATION)
                        .get("/v1/reports")
                        .then()
                        .extract()
                        .path("items[0].id")));
        assertThat(reports(TRONDHEIM_ORGANISATION)).doesNotContain(report);
        assertThat(obligation(award).takeovers()).isEmpty();
        var before = obligation(award).version();

        clock.resetTo(Instant.parse("2020-01-01T08:00:00Z"));
        Poll.until("Trondheim to bear the duty", () -> bearer(award).equals(trondheim));
        neighbours.publish(merger);
        var later = UUID.randomUUID().toString();
        neighbours.publish(neighbours.award(later, 1, "accepted", klaebu, "5030", 50_000));
        Poll.until(
                "what is awarded before and heard of after",
                () -> obligations.find(id(later)).isPresent() && bearer(later).equals(trondheim));

        assertThat(obligation(award).version()).isEqualTo(before + 1);
        assertThat(obligation(award).municipalityId()).hasToString(klaebu);
        assertThat(obligation(award).takeovers().stream().map(Takeover::name)).containsExactly("Trondheim");
        assertThat(reports(KLAEBU_ORGANISATION)).isEmpty();
        tokens.municipality(KLAEBU_ORGANISATION)
                .get("/v1/reports/" + report)
                .then()
                .statusCode(404);
        var read = tokens.municipality(TRONDHEIM_ORGANISATION)
                .get("/v1/reports/" + report)
                .then()
                .statusCode(200)
                .extract();
        assertThat(read.<String>path("municipality.number")).isEqualTo("5030");
        assertThat(read.<String>path("bearerId")).isEqualTo(trondheim);
        tokens.municipality(TRONDHEIM_ORGANISATION)
                .contentType("application/json")
                .header("If-Match", read.header("ETag"))
                .body(read.jsonPath().getMap("answers"))
                .put("/v1/reports/" + report)
                .then()
                .statusCode(200);
        assertThat(tokens.staff("kari", "adviser")
                        .get("/v1/obligations?municipality=5001")
                        .then()
                        .extract()
                        .<List<String>>path("items.awardId"))
                .contains(award, later);
    }

    @Test
    void aalesundAndNotHaramReportsForTheOneThatWasSplit() {
        clock.resetTo(Instant.parse("2024-02-01T08:00:00Z"));
        var whole = UUID.randomUUID().toString();
        var aalesund = UUID.randomUUID().toString();
        var haram = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        // Everything is heard of after the split, the successors last.
        neighbours.publish(
                neighbours.award(award, 1, "accepted", whole, "1507", 300_000),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", award, whole, 300_000),
                neighbours.municipality(
                        whole,
                        2,
                        period("1507", "Ålesund", "2020-01-01", "2024-01-01"),
                        "830002022",
                        successor(haram, "2024-01-01", false) + "," + successor(aalesund, "2024-01-01", true)),
                neighbours.municipality(haram, 1, period("1580", "Haram", "2024-01-01", null), "830004033", ""));
        Poll.until("the obligation", () -> obligations.find(id(award)).isPresent());
        neighbours.publish(
                neighbours.municipality(aalesund, 1, period("1508", "Ålesund", "2024-01-01", null), "830003029", ""));

        Poll.until("Ålesund to bear the duty", () -> bearer(award).equals(aalesund));
        assertThat(tokens.municipality("830003029")
                        .get("/v1/obligations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.awardId"))
                .contains(award);
        assertThat(tokens.municipality("830004033")
                        .get("/v1/obligations")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items"))
                .isEmpty();
        assertThat(reports("830002022")).isEmpty();
    }

    @Test
    void aHostReportsForItsNeighbourAsLongAsTheRegisterSays() {
        clock.resetTo(Instant.parse("2023-06-01T08:00:00Z"));
        var neighbour = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        var host = neighbours.municipality(UUID.randomUUID().toString(), "9872", "Verten", "830006044");
        var told = neighbours.municipality(neighbour, "9871", "Naboen", "830005048");
        neighbours.publish(host, told, neighbours.award(award, 1, "accepted", neighbour, "9871", 100_000));
        Poll.until("the obligation", () -> obligations.find(id(award)).isPresent());
        actingForTheNeighbour().statusCode(403).body("detail", containsString("Acting-For"));

        neighbours.publish(neighbours.represented(told, "830006044", "2023-01-01", "2023-07-01"));
        Poll.until(
                "the host to be heard of",
                () -> actingForTheNeighbour().extract().statusCode() == 200);
        actingForTheNeighbour().statusCode(200).body("items.awardId", contains(award));
        clock.resetTo(Instant.parse("2023-07-01T08:00:00Z"));
        actingForTheNeighbour().statusCode(403);
    }

    private ValidatableResponse actingForTheNeighbour() {
        return tokens.municipality("830006044")
                .header("Acting-For", "9871")
                .get("/v1/obligations")
                .then();
    }

    private List<String> reports(String organisation) {
        return tokens.municipality(organisation)
                .get("/v1/reports")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private Obligation obligation(String award) {
        return obligations.find(id(award)).orElseThrow();
    }

    private static ObligationId id(String award) {
        return ObligationId.of(UUID.fromString(award));
    }

    private String bearer(String award) {
        return obligation(award).bearer().toString();
    }

    private static String successor(String to, boolean dutyBearer) {
        return successor(to, "2020-01-01", dutyBearer);
    }

    private static String successor(String to, String on, boolean dutyBearer) {
        return """
                {"municipalityId":"%s","on":"%s","share":"0.5","method":"whole","dutyBearer":%s}""".formatted(new MunicipalityId(UUID.fromString(to)), on, dutyBearer);
    }

    private static Neighbours.Period period(String number, String name, String from, String to) {
        return new Neighbours.Period(number, name, from, to);
    }
}
