package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.World.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.Test;

/** The year's money is decided in December, for municipalities of which some begin on 1 January. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class BeforeTheStructureDateIT extends AllocationStory {
    private static final LocalDate MERGED_ON = LocalDate.of(2026, 1, 1);

    @Test
    void moneyIsAwardedToAMunicipalityThatBeginsOnFirstOfJanuary() {
        world.itIs(Instant.parse("2025-12-15T08:00:00Z"));
        var founded = smallBecomes("Nyvik");
        var run = post(adviser(), "/v1/allocation-runs", run(scheme, 2026, objective("0.6")))
                .statusCode(201)
                .extract()
                .<String>path("id");
        adopt(run).statusCode(201);

        var awards = adviser()
                .get("/v1/awards?year=2026&schemeId=" + scheme + "&municipality=" + founded.number())
                .then()
                .statusCode(200)
                .body("items.recipient.name", contains("Nyvik"))
                .extract()
                .jsonPath();
        var award = "/v1/awards/" + awards.getString("items[0].id");
        adviser().get(award + "/letter").then().statusCode(200).body("recipient", equalTo("Nyvik"));
        world.as(small).get(award).then().statusCode(404);

        world.itIs(Instant.parse("2026-01-02T08:00:00Z"));
        world.as(founded).get(award).then().statusCode(200);
        post(
                        world.as(founded),
                        award + "/acceptance",
                        Map.of("termsAccepted", true, "accountNumber", "12345678903", "acceptedBy", "Ola Nordmann"))
                .statusCode(201);
    }

    @Test
    void anApplicantThatIsTakenIntoAnotherOnFirstOfJanuaryIsGivenItsMoneyBefore() {
        world.itIs(Instant.parse("2025-01-10T08:00:00Z"));
        var call = announced(Map.of("year", 2026));
        var application = submitted(small, call, 100, 1);
        assessed(application, 300_000, 1);
        var founded = smallBecomes("Nyere");
        world.itIs(Instant.parse("2025-12-15T08:00:00Z"));
        var asked = new HashMap<>(run(
                scheme, 2026, Map.of("kind", "application", "callId", call, "rule", "ranked", "tieRule", "earliest")));
        var run = post(adviser(), "/v1/allocation-runs", asked)
                .statusCode(201)
                .extract()
                .<String>path("id");
        adviser()
                .get("/v1/allocation-runs/" + run + "/result")
                .then()
                .body("items.number", contains(founded.number().value()))
                .body("items.amount", contains(300_000));
        adopt(run).statusCode(201);
        adviser()
                .get("/v1/awards?year=2026&schemeId=" + scheme)
                .then()
                .body("items.recipient.number", contains(small.number().value()))
                .body("items.amount", contains(300_000));
    }

    /** The small municipality ceases with the year, and a new one begins. */
    private World.Resident smallBecomes(String name) {
        var seat = world.founded(name);
        var id = new MunicipalityId(UUID.randomUUID());
        var then = LocalDate.of(1901, 1, 1);
        world.keep(new HeardMunicipality(
                seat.id(),
                then,
                List.of(new HeardMunicipality.Version(seat.number(), name, LocalDate.of(1900, 1, 1), then)),
                List.of(),
                List.of()));
        var founded = new World.Resident(id, seat.number(), name, seat.organisation());
        world.keep(new HeardMunicipality(
                id,
                null,
                List.of(new HeardMunicipality.Version(
                        founded.number(), name, new HeardMunicipality.County("Prøvefylket"), MERGED_ON, null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(founded.organisation(), MERGED_ON, null))));
        world.keep(new HeardMunicipality(
                small.id(),
                MERGED_ON,
                List.of(new HeardMunicipality.Version(
                        small.number(),
                        small.name(),
                        new HeardMunicipality.County("Prøvefylket"),
                        LocalDate.of(1900, 1, 1),
                        MERGED_ON)),
                List.of(new HeardMunicipality.Successor(id, MERGED_ON, BigDecimal.ONE, true)),
                List.of(new HeardMunicipality.HeldNumber(small.organisation(), null, MERGED_ON))));
        publish();
        return founded;
    }
}
