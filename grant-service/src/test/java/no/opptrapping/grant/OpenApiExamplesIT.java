package no.opptrapping.grant;

import static io.restassured.RestAssured.given;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AdoptedAllocation;
import no.opptrapping.grant.awards.AdoptedAmount;
import no.opptrapping.grant.awards.MakeAwards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.testing.OpenApiExamples;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

/** What a municipality asks first has examples in the API's document, and the service answers as they show. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class OpenApiExamplesIT {
    private static final World.Resident TROMSO = new World.Resident(
            new MunicipalityId(UUID.randomUUID()),
            new MunicipalityNumber("5501"),
            "Tromsø",
            new OrganisationNumber("940101808"));

    private static final List<String> FROM_CALL_TO_ACCEPTANCE = List.of(
            "listCalls",
            "getCall",
            "getScheme",
            "listAwards",
            "getAward",
            "beginApplication",
            "getApplication",
            "getOverview",
            "changeApplication",
            "submitApplication",
            "listApplications",
            "withdrawApplication",
            "acceptAward",
            "readEventCounts");

    @Inject
    World world;

    @Inject
    MakeAwards makeAwards;

    @Test
    void whatAMunicipalityAsksIsAnsweredAsItsExamplesShow() {
        world.itIs(Instant.parse("2026-01-10T08:00:00Z"));
        world.keep(new HeardMunicipality(
                TROMSO.id(),
                null,
                List.of(new HeardMunicipality.Version(
                        TROMSO.number(),
                        TROMSO.name(),
                        new HeardMunicipality.County("Troms"),
                        LocalDate.of(1900, 1, 1),
                        null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(TROMSO.organisation(), null, null))));
        var scheme = world.schemeInForce(Requests.scheme("rusarbeid"));
        announced(scheme);
        awarded(scheme);
        world.itIs(Instant.parse("2026-02-01T10:00:00Z"));
        var document = given().queryParam("format", "json").get("/q/openapi").asString();

        assertThat(OpenApiExamples.of(document, this::caller)
                        .only(FROM_CALL_TO_ACCEPTANCE)
                        .counting("readEventCounts")
                        .replay())
                .isEmpty();
    }

    private RequestSpecification caller(String operation) {
        return operation.equals("readEventCounts")
                ? adviser()
                : world.as(TROMSO).header("Accept-Language", "nb");
    }

    private void announced(String scheme) {
        var body = Requests.call(scheme);
        body.put("year", 2026);
        body.put("title", Requests.text("Utlysning 2026"));
        body.put("opensOn", "2026-01-15");
        body.put("deadline", "2026-03-01T23:59:59+01:00");
        var call = created("/v1/calls", body);
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201);
    }

    private void awarded(String scheme) {
        var appropriation = created(
                "/v1/appropriations",
                Map.of("schemeId", scheme, "year", 2026, "amount", 10_000_000, "source", "Prop. 1 S (2025-2026)"));
        post(world.asPerson("leader-1", "decision-maker"), "/v1/appropriations/" + appropriation + "/approval")
                .statusCode(201);
        var allocation = new AdoptedAllocation(
                UUID.randomUUID(),
                new SchemeId(UUID.fromString(scheme)),
                1,
                Year.of(2026),
                LocalDate.of(2026, 1, 1),
                "leader-1",
                Instant.parse("2026-01-10T08:00:00Z"),
                List.of(new AdoptedAmount(
                        TROMSO.id(),
                        TROMSO.number(),
                        Optional.empty(),
                        Optional.empty(),
                        Kroner.of(4_387_000),
                        List.of())));
        assertThat(QuarkusTransaction.requiringNew().call(() -> makeAwards.from(allocation)))
                .isInstanceOf(MakeAwards.Outcome.Made.class);
    }

    private String created(String where, Map<String, Object> body) {
        return post(adviser(), where, body).statusCode(201).extract().path("id");
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }
}
