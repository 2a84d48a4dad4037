package no.opptrapping.platform.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.testing.EventRecords;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Poison is set aside and everything behind it goes on; an administrator takes in later what has been mended. */
@QuarkusTest
@TestProfile(EventsApplication.class)
class DeadLettersIT {
    private static final String TOPIC = "report.v1";
    private static final String TYPE = "no.opptrapping.report.v1";

    @Inject
    Notebook notebook;

    @Inject
    EventCounts counts;

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void poisonIsSetAsideWithItsCauseAndThePartitionGoesOn() {
        var before = counts.read();
        var good = event(id(), TYPE, subject, "good");
        var headers = EventRecords.of(good).headers();

        EventRecords.send(broker, event("a\0b", TYPE, subject, "poison"));
        EventRecords.send(broker, event("x".repeat(3000), TYPE, subject, "poison"));
        EventRecords.send(broker, event(id(), TYPE, subject + "\0", "poison"));
        EventRecords.send(broker, event(id(), TYPE, subject + "y".repeat(3000), "poison"));
        EventRecords.send(broker, event(id(), "no.opptrapping.report.v9", subject, "poison"));
        EventRecords.send(broker, event(id(), TYPE, subject, "no text: \0"));
        EventRecords.send(broker, EventRecords.of(TOPIC, null, "{\"text\":\"poison\"}", headers));
        EventRecords.send(broker, EventRecords.of(TOPIC, subject, null, headers));
        EventRecords.send(broker, EventRecords.of(TOPIC, subject, "z".repeat(1_040_000), headers));
        EventRecords.send(broker, good);

        Poll.untilPresent("the event behind", () -> notebook.page(subject));
        assertThat(notebook.page(subject))
                .hasValueSatisfying(page -> assertThat(page.text()).isEqualTo("good"));
        assertThat(counts.read().deadLettered()).isEqualTo(before.deadLettered() + 9);
        assertThat(waiting().stream()
                        .map(letter -> (String) letter.get("reason"))
                        .toList())
                .anyMatch(reason -> reason.contains("ce_id is longer"))
                .anyMatch(reason -> reason.contains("ce_subject is longer"))
                .anyMatch(reason -> reason.contains("type no.opptrapping.report.v9 is not known"))
                .anyMatch(reason -> reason.contains("no key"))
                .anyMatch(reason -> reason.contains("no value"))
                .anyMatch(reason -> reason.contains("not JSON"))
                .allSatisfy(reason -> assertThat(reason).hasSizeLessThan(600));
        Poll.until(
                "the metric",
                () -> given().get("/q/metrics")
                        .asString()
                        .lines()
                        .anyMatch(line -> line.startsWith("opptrapping_dead_letters_waiting ")
                                && Double.parseDouble(line.substring(line.indexOf(' '))) >= 9));
    }

    @Test
    void whatHasBeenMendedIsTakenInOnce() throws SQLException {
        var event = event(id(), TYPE, subject, "forbidden");
        EventRecords.send(broker, event);
        var id = Poll.untilPresent(
                "the dead letter",
                () -> waiting().stream()
                        .filter(letter -> event.id().equals(letter.get("eventId")))
                        .map(letter -> (String) letter.get("id"))
                        .findFirst());
        administrator()
                .get("/v1/dead-letters/" + id)
                .then()
                .statusCode(200)
                .body("topic", is(TOPIC))
                .body("reason", containsString("note_text_check"))
                .body("said.subject", is(subject))
                .body("said.data", is("{\"text\":\"forbidden\"}"));

        retry(id).then().statusCode(422).body("errors[0].code", is("dead-letter.unusable"));
        asSuperuser("alter table note drop constraint note_text_check");
        try {
            retry(id).then().statusCode(201).body("takenIn.by", is("kari")).body("takenIn.outcome", is("applied"));
            retry(id).then().statusCode(409).body("type", containsString("dead-letter.taken-in"));
        } finally {
            asSuperuser("delete from note where text = 'forbidden';"
                    + " alter table note add constraint note_text_check check (text <> 'forbidden')");
        }

        assertThat(waiting().stream().map(letter -> letter.get("id"))).doesNotContain(id);
        assertThat(administrator()
                        .get("/v1/dead-letters?state=taken-in&limit=500")
                        .jsonPath()
                        .<String>getList("items.id"))
                .contains(id);
        assertThat(audited(id)).isEqualTo(1);
    }

    @Test
    void onlyAnAdministratorSeesThem() {
        given().get("/v1/dead-letters").then().statusCode(401);
        as("adviser").get("/v1/dead-letters").then().statusCode(403);
        as("adviser").post("/v1/dead-letters/" + id() + "/retry").then().statusCode(403);
        administrator().get("/v1/dead-letters/" + id()).then().statusCode(404);
        retry(id()).then().statusCode(404);
    }

    private Response retry(String id) {
        return administrator().post("/v1/dead-letters/" + id + "/retry");
    }

    private List<Map<String, Object>> waiting() {
        return administrator()
                .get("/v1/dead-letters?state=waiting&limit=500")
                .jsonPath()
                .getList("items");
    }

    private RequestSpecification administrator() {
        return as("administrator");
    }

    private RequestSpecification as(String role) {
        var token = given().formParams("grant_type", "password", "username", "kari", "roles", role)
                .post(issuer + "/staff/token")
                .jsonPath()
                .getString("access_token");
        return given().auth().oauth2(token);
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private static IncomingEvent event(String id, String type, String subject, String text) {
        return new IncomingEvent(
                id,
                TOPIC,
                type,
                "/test",
                subject,
                1,
                Instant.parse("2025-01-02T03:04:05Z"),
                JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long audited(String id) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var select = connection.prepareStatement(
                        "select count(*) from audit_entry where what = 'dead-letter.taken-in' and subject = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
