package no.opptrapping.platform.events;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.opentelemetry.api.trace.Tracer;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;

/** Events from a service's transaction through the broker into another transaction. */
@QuarkusTest
@TestProfile(EventsApplication.class)
class EventsIT {
    private static final String DEAD_LETTERS = "report.v1.grant-service.dlq";

    @Inject
    Outbox outbox;

    @Inject
    Notebook notebook;

    @Inject
    EventCounts counts;

    @Inject
    Tracer tracer;

    @ConfigProperty(name = RealInfrastructure.SUPERUSER_URL)
    String superuser;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @ConfigProperty(name = "opptrapping.issuer")
    String issuer;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void whatIsAppendedInACommittedTransactionIsHeardOnce() {
        var before = counts.read();

        append(note(1, "first"));

        assertThat(heard(1))
                .extracting(Notebook.Page::text, Notebook.Page::writings)
                .containsExactly("first", 1);
        Poll.until(
                "the counts",
                () -> counts.read().published() > before.published()
                        && counts.read().pending() == 0
                        && counts.read().consumed() > before.consumed());
    }

    @Test
    void whatIsRolledBackIsNotHeard() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.append(note(1, "never"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessageContaining("changed my mind");
        append(note(2, "later"));

        assertThat(heard(2))
                .extracting(Notebook.Page::text, Notebook.Page::writings)
                .containsExactly("later", 1);
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(note(1, "x"))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void refusesAnEventThatTheBrokerWouldNotTake() {
        assertThatThrownBy(() -> append(note(1, "x".repeat(900_000)))).hasMessageContaining("too large");
    }

    @Test
    void theTraceAndTheCorrelationIdGoOnBehindTheBroker() {
        var span = tracer.spanBuilder("adopt").setNoParent().startSpan();
        try (var _ = span.makeCurrent()) {
            MDC.put("correlationId", "corr-" + subject);
            append(note(1, "traced"));
        } finally {
            MDC.remove("correlationId");
            span.end();
        }

        assertThat(heard(1))
                .extracting(Notebook.Page::traceId, Notebook.Page::correlationId)
                .containsExactly(span.getSpanContext().getTraceId(), "corr-" + subject);
    }

    @Test
    void whatTheRelaySendsAgainHasNoSecondEffect() throws SQLException {
        var before = counts.read();
        asSuperuser("revoke delete on outbox from platform_app");
        try {
            append(note(1, "again"));
            Poll.until("a second delivery", () -> counts.read().duplicates() > before.duplicates());
        } finally {
            asSuperuser("grant delete on outbox to platform_app");
        }
        Poll.until("an empty outbox", () -> counts.read().pending() == 0);

        assertThat(heard(1).writings()).isEqualTo(1);
    }

    @Test
    void badRecordsAreSetAsideAndTheOnesBehindThemGoOn() {
        var before = counts.read();
        send(subject, "not JSON", Map.of());
        send(subject, null, Map.of());
        append(note(1, ""));
        append(note(2, "forbidden"));
        append(note(3, "good"));

        assertThat(heard(3).text()).isEqualTo("good");
        assertThat(counts.read().deadLettered()).isEqualTo(before.deadLettered() + 4);
        Poll.until("the dead letters", () -> deadLetters().size() == 4);
        assertThat(deadLetters()).extracting(ConsumerRecord::value).contains("not JSON");
        assertThat(deadLetters())
                .allSatisfy(record -> assertThat(header(record, "dead-letter-reason"))
                        .containsAnyOf("ce_specversion is missing", "no value", "An empty note", "note_text_check"));
    }

    @Test
    void eventsWaitInOrderWhileTheDatabaseIsAway() throws SQLException {
        append(note(1, "before"));
        heard(1);
        var before = counts.read();
        try {
            asSuperuser("alter role platform_app nologin");
            asSuperuser("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'platform_app'");
            send(subject, "{\"text\":\"second\"}", cloudEvent(2));
            send(subject, "{\"text\":\"third\"}", cloudEvent(3));
            // Long enough for several attempts, the pauses between which grow from a tenth of a second.
            Poll.until(
                    "the consumer to be refused",
                    () -> superuserCount("select count(*) from pg_stat_activity where usename = 'platform_app'") == 0);
        } finally {
            asSuperuser("alter role platform_app login");
        }

        assertThat(heard(3))
                .extracting(Notebook.Page::text, Notebook.Page::writings)
                .containsExactly("third", 3);
        assertThat(counts.read().deadLettered()).isEqualTo(before.deadLettered());
        assertThat(counts.read().outdated()).isEqualTo(before.outdated());
    }

    @Test
    void staffMayReadTheCountsAndNobodyElse() {
        given().get("/v1/event-counts").then().statusCode(401);
        var token = given().formParam("grant_type", "password")
                .formParam("username", "kari")
                .formParam("roles", "administrator")
                .post(issuer + "/staff/token")
                .jsonPath()
                .getString("access_token");
        append(note(1, "counted"));
        heard(1);
        given().auth()
                .oauth2(token)
                .get("/v1/event-counts")
                .then()
                .statusCode(200)
                .body(
                        "keySet()",
                        equalTo(Set.of("published", "consumed", "duplicates", "outdated", "deadLettered", "pending")))
                .body("consumed", is((int) counts.read().consumed()));
    }

    @Test
    void metricsAndHealthTellHowTheEventsAreDoing() {
        append(note(1, "measured"));
        heard(1);
        Poll.until("the metrics", () -> {
            assertThat(given().get("/q/metrics").asString().lines())
                    .contains("opptrapping_outbox_age_seconds 0.0", "opptrapping_outbox_pending 0.0")
                    .contains("opptrapping_consumer_lag{topic=\"report.v1\"} 0.0")
                    .anyMatch(line -> line.startsWith("opptrapping_events_published_total{topic=\"report.v1\"}"))
                    .anyMatch(line -> line.startsWith("opptrapping_events_consumed_total{topic=\"report.v1\"}"));
            return true;
        });
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'outbox relay' }.data.state", is("PUBLISHING"));
        given().get("/q/health/live")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'events' }.data.relayHangs", is(false));
    }

    private OutgoingEvent note(long version, String text) {
        return new OutgoingEvent(
                "report.v1", subject, "no.opptrapping.report.v1", subject, version, Map.of("text", text, "extra", 1));
    }

    private void append(OutgoingEvent event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.append(event));
    }

    private Notebook.Page heard(long version) {
        return Poll.untilPresent(
                "version " + version, () -> notebook.page(subject).filter(page -> page.version() == version));
    }

    private Map<String, String> cloudEvent(long version) {
        return Map.of(
                "ce_specversion", "1.0",
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", "no.opptrapping.report.v1",
                "ce_source", "/elsewhere",
                "ce_subject", subject,
                "ce_time", "2025-01-02T03:04:05Z",
                "ce_aggregateversion", Long.toString(version));
    }

    private void send(String key, String value, Map<String, String> headers) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) broker), new StringSerializer(), new StringSerializer())) {
            var record = new ProducerRecord<>("report.v1", key, value);
            headers.forEach((name, text) -> EventHeaders.set(record.headers(), name, text));
            var _ = producer.send(record);
        }
    }

    private List<ConsumerRecord<String, String>> deadLetters() {
        Map<String, Object> config =
                Map.of("bootstrap.servers", broker, ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        try (var reader = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            var partition = new TopicPartition(DEAD_LETTERS, 0);
            reader.assign(List.of(partition));
            reader.seekToBeginning(List.of(partition));
            var end = reader.endOffsets(List.of(partition)).get(partition);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (reader.position(partition) < end) {
                reader.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (subject.equals(record.key())) {
                        records.add(record);
                    }
                });
            }
            return records;
        }
    }

    private static String header(ConsumerRecord<String, String> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private void asSuperuser(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long superuserCount(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(superuser);
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
