package no.opptrapping.grant.allocation.runs;

import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.allocation.AllocationStory;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.testing.Requests;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Frames that an allocation run comes to. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class FramesOfRunIT extends AllocationStory {
    private static final Instant NOW = Instant.parse("2025-01-20T08:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 20);

    @Inject
    HeardOffices heard;

    @Inject
    KnownOffices offices;

    @Test
    void theFramesBecomeWhatTheRunGivesTheMunicipalitiesOfEachOffice() {
        world.itIs(NOW);
        delegate();
        everyCountyHasAnOffice();
        var run = simulated();
        var change = propose(Map.of("runId", run), 201);
        post(leader(), "/v1/frame-changes/" + change + "/adoption", Map.of()).statusCode(201);

        var expected = new TreeMap<String, Long>();
        var result = result(run);
        var numbers = result.<String>getList("items.number");
        for (var i = 0; i < numbers.size(); i++) {
            var municipality = municipalities
                    .byNumber(new MunicipalityNumber(numbers.get(i)), TODAY)
                    .orElseThrow();
            var office = offices.of(municipality.id(), TODAY).orElseThrow();
            expected.merge(office.toString(), result.getLong("items[" + i + "].amount"), Long::sum);
        }
        var frames = adviser()
                .get("/v1/frames?schemeId=" + scheme + "&year=2025")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        var authorised = new TreeMap<String, Long>();
        var ids = frames.<String>getList("items.countyGovernorOfficeId");
        for (var i = 0; i < ids.size(); i++) {
            authorised.put(ids.get(i), frames.getLong("items[" + i + "].authorised"));
        }
        expected.values().removeIf(sum -> sum == 0);
        assertThat(authorised).isEqualTo(expected);
        assertThat(authorised.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(result.getLong("sum"));

        assertThat(propose(Map.of("runId", run), 422)).isEqualTo("frame.nothing-changes");
        assertThat(propose(Map.of("runId", UUID.randomUUID().toString()), 422)).isEqualTo("frame.run-not-usable");
        assertThat(propose(Map.of(), 422)).isEqualTo("frame.run-or-lines");
    }

    @Test
    void oneDivisionIsFramesOnceAndNotAwardsAsWell() {
        world.itIs(NOW);
        delegate();
        everyCountyHasAnOffice();
        var run = simulated();
        var change = propose(Map.of("runId", run), 201);
        var same = propose(Map.of("runId", run), 201);
        post(leader(), "/v1/frame-changes/" + change + "/adoption", Map.of()).statusCode(201);
        post(leader(), "/v1/frame-changes/" + same + "/adoption", Map.of())
                .statusCode(422)
                .body("errors.code", hasItem("frame.division-changed"));
        adopt(run).statusCode(409).body("type", endsWith("allocation.divided-as-frames"));
    }

    @Test
    void aRunThatIsAwardsAlreadyIsNotFramesAsWell() {
        world.itIs(NOW);
        delegate();
        everyCountyHasAnOffice();
        var run = simulated();
        var change = propose(Map.of("runId", run), 201);
        adopt(run).statusCode(201);
        post(leader(), "/v1/frame-changes/" + change + "/adoption", Map.of())
                .statusCode(422)
                .body("errors.code", hasItem("frame.run-not-usable"));
    }

    private String propose(Map<String, Object> what, int status) {
        var body = new LinkedHashMap<String, Object>(what);
        body.put("schemeId", scheme);
        body.put("year", 2025);
        body.put("reason", "Tildelingsbrev");
        var answer = post(adviser(), "/v1/frame-changes", body).statusCode(status);
        return status == 201 ? answer.extract().path("id") : answer.extract().path("errors[0].code");
    }

    private void delegate() {
        var rules = new LinkedHashMap<>(Requests.rules(28));
        rules.put("decidedBy", "county-governors");
        post(adviser(), "/v1/schemes/" + scheme + "/versions", rules).statusCode(201);
        post(
                        leader(),
                        "/v1/schemes/" + scheme + "/versions/2/entry-into-force",
                        Map.of("inForceFrom", TODAY.toString()))
                .statusCode(201);
    }

    private void everyCountyHasAnOffice() {
        var known = offices.get();
        var uncovered = municipalities.validOn(TODAY).stream()
                .map(one -> one.number().county())
                .distinct()
                .filter(county -> known.ofCounty(county, TODAY).isEmpty())
                .toList();
        for (var county : uncovered) {
            QuarkusTransaction.requiringNew()
                    .run(() -> heard.keep(new HeardOffice(
                            new CountyGovernorOfficeId(UUID.randomUUID()),
                            null,
                            List.of(new HeardOffice.Version("Embetet i " + county, List.of(county), null, null)),
                            null,
                            null)));
        }
    }
}
