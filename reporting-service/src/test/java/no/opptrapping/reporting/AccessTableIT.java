package no.opptrapping.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.platform.testing.AccessCallers;
import no.opptrapping.platform.testing.AccessProbe;
import no.opptrapping.platform.testing.AccessProbe.Thing;
import no.opptrapping.platform.testing.AccessTable;
import no.opptrapping.platform.testing.DeadLetterExample;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.time.SimulatedClock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Every kind of caller gets of every operation with an id what <code>access.csv</code> declares. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class AccessTableIT {
    private static final String LILLEHAMMER = "945578564";
    private static final String GJOVIK = "940155223";
    private static final String BODO = "972418013";
    private static final String HAMAR = "970540008";
    private static final String RINGSAKER = "864950582";
    private static final String DIRECTORATE = "983544622";

    @Inject
    Neighbours neighbours;

    @Inject
    Tokens tokens;

    @Inject
    SimulatedClock clock;

    @Inject
    DataSource database;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    private String report;
    private String letter;

    @Test
    void everyKindOfCallerGetsWhatTheTableDeclares() {
        clock.resetTo(Instant.parse("2026-02-01T08:00:00Z"));
        lillehammerReportsOfAnAwardThatItSharesWithGjovik();
        DeadLetterExample.in(database, 4712);
        letter = tokens.staff("kari", "administrator")
                .get("/v1/dead-letters")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].id");
        var callers = AccessCallers.of(
                issuer,
                new AccessCallers.Parties(
                        LILLEHAMMER, "3405", GJOVIK, BODO, HAMAR, RINGSAKER, "34", "18", DIRECTORATE));
        var document = given().queryParam("format", "json").get("/q/openapi").asString();

        assertThat(AccessProbe.of(document, AccessTable.read(Path.of("access.csv")), callers, this::thing)
                        .differences())
                .isEmpty();
    }

    private Thing thing(String operation, String of) {
        return switch (operation) {
            case "getForm" -> Thing.named("code", "is-24-8");
            case "getDeadLetter", "retryDeadLetter" -> Thing.named("id", letter);
            default -> Thing.named("id", report);
        };
    }

    private void lillehammerReportsOfAnAwardThatItSharesWithGjovik() {
        var lillehammer = UUID.randomUUID().toString();
        var gjovik = UUID.randomUUID().toString();
        var award = UUID.randomUUID().toString();
        var register = ofOurTime(lillehammer, "3405", "Lillehammer", LILLEHAMMER);
        var shares = """
                [{"municipalityId":"%s","number":"3405","amount":600000},
                 {"municipalityId":"%s","number":"3407","amount":300000}]
                """.formatted(lillehammer, gjovik);
        neighbours.publish(
                register,
                neighbours.represented(register, HAMAR, "2026-01-01", "2027-01-01"),
                ofOurTime(gjovik, "3407", "Gjøvik", GJOVIK),
                ofOurTime(UUID.randomUUID().toString(), "1804", "Bodø", BODO),
                ofOurTime(UUID.randomUUID().toString(), "3403", "Hamar", HAMAR),
                ofOurTime(UUID.randomUUID().toString(), "3411", "Ringsaker", RINGSAKER),
                neighbours.opening(
                        neighbours.award(award, 1, "accepted", lillehammer, "3405", 900_000, shares), "2026-01-15"),
                neighbours.payment(UUID.randomUUID().toString(), 3, "confirmed", award, lillehammer, 900_000));
        report = Poll.untilPresent(
                "the report to open",
                () -> Optional.ofNullable(
                        tokens.municipality(LILLEHAMMER).get("/v1/reports").path("items[0].id")));
        Poll.until(
                "everybody to be heard of",
                () -> tokens.municipality(RINGSAKER).get("/v1/reports").statusCode() == 200);
    }

    /** Not there in the years of which others ask for the whole country. */
    private Neighbours.Sent ofOurTime(String id, String number, String name, String organisation) {
        return neighbours.municipality(
                id, 1, new Neighbours.Period(number, name, "2024-01-01", null), organisation, "");
    }
}
