package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.call;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.Requests.scheme;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.testing.World;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ApplicationStoryIT {
    @Inject
    World world;

    @Inject
    AssessedApplications assessed;

    @Test
    void fromAnAnnouncedCallToAssessedApplications() {
        world.itIs(World.BEGINNING);
        var lillevik = world.founded("Lillevik");
        var storvik = world.founded("Storvik");
        var verten = world.founded("Vertskommunen");
        var naboen = world.founded("Nabokommunen");
        var sendrektig = world.founded("Sendrektig");

        var scheme = world.schemeInForce(scheme("s-" + UUID.randomUUID()));
        var appropriation = post(
                        world.asPerson("adviser-1", "adviser"),
                        "/v1/appropriations",
                        Map.of("schemeId", scheme, "year", 2025, "amount", 483_400_000, "source", "Prop. 1 S"))
                .statusCode(201)
                .body("approvedAt", nullValue())
                .extract()
                .<String>path("id");
        post(world.asPerson("leader-1", "decision-maker"), "/v1/appropriations/" + appropriation + "/approval")
                .statusCode(201)
                .body("revised", equalTo(483_400_000));
        var call = post(world.asPerson("adviser-1", "adviser"), "/v1/calls", call(scheme))
                .statusCode(201)
                .body("status", equalTo("draft"))
                .extract()
                .path("id")
                .toString();
        world.as(lillevik).get("/v1/calls/" + call).then().statusCode(404);
        post(world.asPerson("adviser-1", "adviser", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(403)
                .body("type", equalTo("https://opptrapping.no/problems/call.maker-may-not-announce"));
        post(world.asPerson("leader-1", "decision-maker"), "/v1/calls/" + call + "/announcement")
                .statusCode(201)
                .body("status", equalTo("announced"));
        world.as(lillevik).get("/v1/calls/" + call).then().statusCode(200);

        // Refused with all faults, then corrected.
        world.itIs(Instant.parse("2025-02-01T10:00:00Z"));
        var incomplete = application(call);
        incomplete.put("measures", List.of());
        incomplete.put("commitment", false);
        incomplete.put("asked", 410_000);
        var first = begin(lillevik, incomplete);
        post(world.as(lillevik).header("Accept-Language", "nn"), "/v1/applications/" + first + "/submission")
                .statusCode(422)
                .body(
                        "errors.code",
                        containsInAnyOrder(
                                "application.no-measures",
                                "application.commitment-missing",
                                "application.budget-does-not-sum"))
                .body("errors.detail", hasItem("Kommunen må forplikte seg til å føre tiltaka vidare."));
        world.as(lillevik)
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(application(call))
                .put("/v1/applications/" + first)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("missing", empty());
        submit(lillevik, first);

        // Withdrawn, and not the others' to see.
        var second = begin(storvik, application(call));
        submit(storvik, second);
        world.as(lillevik).get("/v1/applications/" + second).then().statusCode(404);
        post(world.as(lillevik), "/v1/applications/" + second + "/withdrawal", Map.of("reason", "x"))
                .statusCode(404);
        post(world.as(storvik), "/v1/applications/" + second + "/withdrawal", Map.of("reason", "Ingen søkere"))
                .statusCode(201)
                .body("status", equalTo("withdrawn"));

        // Joint, with its host.
        var together = application(call);
        together.put(
                "participants",
                List.of(
                        participant(verten.number().value(), 250_000),
                        participant(naboen.number().value(), 150_000)));
        var joint = begin(verten, together);
        submit(verten, joint);
        var alone = begin(naboen, application(call));
        post(world.as(naboen), "/v1/applications/" + alone + "/submission")
                .statusCode(422)
                .body("errors.code", hasItem("application.already-applied"));

        // Late, and counted for good.
        var late = begin(sendrektig, application(call));
        world.itIs(Instant.parse("2025-03-01T23:00:00Z"));
        post(world.as(sendrektig), "/v1/applications/" + late + "/submission")
                .statusCode(422)
                .body("errors.code", hasItem("application.deadline-passed"))
                .body("errors.find { it.code == 'application.deadline-passed' }.pointer", equalTo(""));

        world.asPerson("adviser-1", "adviser")
                .get("/v1/calls/" + call + "/figures")
                .then()
                .statusCode(200)
                .body("drafts", equalTo(2))
                .body("submitted", equalTo(3))
                .body("awaiting", equalTo(2))
                .body("withdrawn", equalTo(1))
                .body("refusedSubmissions", equalTo(3))
                .body("asked", equalTo(800_000));

        // Assessed.
        assertThat(assessed.notReadyFor(CallPart.whole(new CallId(UUID.fromString(call)))))
                .extracting(ApplicationId::toString)
                .containsExactly(first, joint);
        post(world.asPerson("adviser-1", "adviser"), "/v1/assessments", assessment(first, 500_000, 1))
                .statusCode(422)
                .body("errors.code", hasItems("assessment.amount-above-asked"));
        var assessment = post(world.asPerson("adviser-1", "adviser"), "/v1/assessments", assessment(first, 350_000, 1))
                .statusCode(201)
                .body("version", equalTo(1))
                .extract()
                .path("id")
                .toString();
        world.asPerson("adviser-2", "adviser")
                .header("If-Match", "\"7\"")
                .contentType("application/json")
                .body(assessment(first, 360_000, 1))
                .put("/v1/assessments/" + assessment)
                .then()
                .statusCode(412);
        post(world.asPerson("adviser-1", "adviser"), "/v1/assessments", assessment(joint, 400_000, 2))
                .statusCode(201);
        post(world.asPerson("adviser-1", "adviser"), "/v1/assessments", assessment(second, 400_000, 3))
                .statusCode(409);
        assertThat(assessed.notReadyFor(CallPart.whole(new CallId(UUID.fromString(call)))))
                .isEmpty();
        assertThat(assessed.readyFor(CallPart.whole(new CallId(UUID.fromString(call)))))
                .extracting(SeenApplication::of)
                .containsExactly(new SeenApplication(first, 350_000, 1), new SeenApplication(joint, 400_000, 2));
        world.as(lillevik)
                .get("/v1/applications?callId=" + call)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(second)));
    }

    private record SeenApplication(String application, long assessed, int participants) {
        static SeenApplication of(no.opptrapping.grant.assessment.AssessedApplication one) {
            return new SeenApplication(
                    one.id().toString(),
                    one.assessed().value(),
                    one.participants().size());
        }
    }

    private String begin(World.Resident by, Map<String, Object> body) {
        return post(world.as(by), "/v1/applications", body)
                .statusCode(201)
                .extract()
                .path("id")
                .toString();
    }

    private void submit(World.Resident by, String application) {
        post(world.as(by), "/v1/applications/" + application + "/submission")
                .statusCode(201)
                .body("status", equalTo("submitted"));
    }
}
