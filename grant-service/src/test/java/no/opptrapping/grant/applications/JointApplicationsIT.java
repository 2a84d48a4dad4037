package no.opptrapping.grant.applications;

import static no.opptrapping.grant.testing.Requests.application;
import static no.opptrapping.grant.testing.Requests.assessment;
import static no.opptrapping.grant.testing.Requests.participant;
import static no.opptrapping.grant.testing.World.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import no.opptrapping.grant.testing.World.Resident;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a joint application binds, who sees it, and how a participant gets out of it. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class JointApplicationsIT extends AnnouncedCall {
    @Inject
    DataSource database;

    private Resident host;
    private Resident partner;
    private Resident guest;

    @BeforeEach
    void threeMunicipalities() {
        host = world.founded("Vertsvik");
        partner = world.founded("Parvik");
        guest = world.founded("Gjestvik");
    }

    @Test
    void whoIsToHaveNothingIsNotBoundAndSeesTheApplicationAllTheSame() {
        var joint = submitted(300_000, 100_000, 0);
        world.as(guest).get("/v1/applications/" + joint).then().statusCode(200);
        world.as(guest).get("/v1/applications").then().body("items.id", contains(joint));
        submit(guest, begin(guest, application(call))).statusCode(201);
        submit(partner, begin(partner, application(call)))
                .statusCode(422)
                .body("errors.code", contains("application.already-applied"));
    }

    @Test
    void aParticipantSetsItselfFreeAndAppliesOnItsOwn() throws SQLException {
        var joint = submitted(200_000, 150_000, 50_000);
        release(world.as(partner), joint, partner)
                .statusCode(201)
                .body("status", equalTo("submitted"))
                .body("version", equalTo(3))
                .body("asked", equalTo(250_000))
                .body("participants.number", containsInAnyOrder(number(host), number(guest)))
                .body("participants.share", containsInAnyOrder(200_000, 50_000))
                .body("releases", hasSize(1))
                .body("releases[0].number", equalTo(number(partner)))
                .body("releases[0].share", equalTo(150_000))
                .body("releases[0].by", equalTo("participant"))
                .body("releases[0].reason", equalTo("Vi søker selv."));
        world.as(partner).get("/v1/applications/" + joint).then().statusCode(404);
        submit(partner, begin(partner, application(call))).statusCode(201);
        world.as(host).get("/v1/applications/" + joint).then().body("releases.number", contains(number(partner)));
        assertThat(audited(joint)).isEqualTo(number(partner) + " 150000 participant");
    }

    @Test
    void anAdviserSetsAParticipantFreeAndTheHostThatIsLeftAppliesAlone() {
        var joint = submitted(300_000, 100_000, 0);
        release(adviser(), joint, guest).statusCode(201).body("asked", equalTo(400_000));
        release(adviser(), joint, partner)
                .statusCode(201)
                .body("asked", equalTo(300_000))
                .body("participants", empty())
                .body("releases.by", contains("directorate", "directorate"));
    }

    @Test
    void whereNothingIsLeftToAskForTheApplicationIsWithdrawn() {
        var joint = submitted(0, 400_000, 0);
        release(world.as(partner), joint, partner)
                .statusCode(201)
                .body("status", equalTo("withdrawn"))
                .body("withdrawalReason", equalTo("Vi søker selv."));
        submit(partner, begin(partner, application(call))).statusCode(201);
        submit(host, begin(host, application(call))).statusCode(201);
    }

    @Test
    void aMunicipalitySetsNobodyElseFreeAndTheHostWithdrawsInstead() {
        var joint = submitted(300_000, 100_000, 0);
        refused(world.as(host), joint, partner, "application.release-of-another");
        refused(world.as(guest), joint, partner, "application.release-of-another");
        refused(world.as(host), joint, host, "application.host-not-released");
        refused(adviser(), joint, host, "application.host-not-released");
        refused(adviser(), joint, world.founded("Utenforvik"), "application.not-a-participant");
        release(world.as(world.founded("Fremmedvik")), joint, partner).statusCode(404);
        release(world.asPerson("leader-1", "decision-maker"), joint, partner).statusCode(403);
    }

    @Test
    void onlyWhatIsSubmittedAndNotDecidedSetsAnybodyFree() {
        var draft = begin(host, joint(300_000, 100_000, 0));
        release(adviser(), draft, partner).statusCode(404);
        release(world.as(partner), draft, partner).statusCode(404);
        release(world.as(host), draft, partner)
                .statusCode(409)
                .body("type", equalTo("https://opptrapping.no/problems/application.nobody-to-release"));
    }

    @Test
    void whoIsDisqualifiedInTheSchemeSetsNobodyFree() {
        var joint = submitted(300_000, 100_000, 0);
        post(
                        world.asPerson("leader-1", "decision-maker"),
                        "/v1/disqualifications",
                        Map.of("person", "adviser-gift", "schemeId", scheme, "reason", "Gift med en som søker."))
                .statusCode(201);
        release(world.asPerson("adviser-gift", "adviser"), joint, partner).statusCode(403);
    }

    @Test
    void whatWasAssessedWithTheParticipantIsAssessedAgain() {
        var joint = submitted(200_000, 150_000, 50_000);
        var assessed = post(adviser(), "/v1/assessments", assessment(joint, 400_000, 1))
                .statusCode(201)
                .extract()
                .<String>path("id");
        release(world.as(partner), joint, partner).statusCode(201);
        adviser()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(assessment(joint, 400_000, 1))
                .put("/v1/assessments/" + assessed)
                .then()
                .statusCode(422)
                .body("errors.code", contains("assessment.amount-above-asked"));
        adviser()
                .contentType("application/json")
                .header("If-Match", "\"1\"")
                .body(assessment(joint, 250_000, 1))
                .put("/v1/assessments/" + assessed)
                .then()
                .statusCode(200);
    }

    private String submitted(long hosts, long partners, long guests) {
        var id = begin(host, joint(hosts, partners, guests));
        submit(host, id).statusCode(201);
        return id;
    }

    private Map<String, Object> joint(long hosts, long partners, long guests) {
        var body = application(call);
        body.put(
                "participants",
                List.of(
                        participant(number(host), hosts),
                        participant(number(partner), partners),
                        participant(number(guest), guests)));
        return body;
    }

    private static ValidatableResponse release(RequestSpecification as, String application, Resident who) {
        return post(
                as,
                "/v1/applications/" + application + "/releases",
                Map.of("number", number(who), "reason", "Vi søker selv."));
    }

    private static void refused(RequestSpecification as, String application, Resident who, String code) {
        release(as, application, who)
                .statusCode(422)
                .body("errors.code", contains(code))
                .body("errors.pointer", contains("/number"));
    }

    private ValidatableResponse submit(Resident by, String application) {
        return post(world.as(by), "/v1/applications/" + application + "/submission");
    }

    private RequestSpecification adviser() {
        return world.asPerson("adviser-1", "adviser");
    }

    private static String number(Resident resident) {
        return resident.number().value();
    }

    private String audited(String application) throws SQLException {
        return one("""
                select concat_ws(' ', details ->> 'number', details ->> 'share', details ->> 'by')
                from audit_entry where what = 'application.participant-released' and subject = '%s'
                """.formatted(application));
    }

    private String one(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
