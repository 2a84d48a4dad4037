package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import no.opptrapping.platform.testing.EventRecords;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** The inbox on a real database: whatever the order and number of deliveries, the end is the same. */
@QuarkusTest
@TestProfile(EventsApplication.class)
class InboxIT {
    private static final long SEED = Long.getLong("opptrapping.test.seed", System.nanoTime());
    private static final int SUBJECTS = 5;

    @Inject
    Inbox inbox;

    @Inject
    Notebook notebook;

    @Inject
    EventCounts counts;

    @Inject
    DataSource database;

    @Inject
    Instance<EntityManager> session;

    @Inject
    Tracer tracer;

    @Inject
    EventMetrics metrics;

    @Inject
    Effects effects;

    @Inject
    DeadLetters deadLetters;

    @Inject
    ForgetEvents forgetEvents;

    @RepeatedTest(10)
    void eventsTwiceLateAndOutOfOrderLeaveTheSameAsOnceAndInOrder(RepetitionInfo repetition) {
        var seed = SEED + repetition.getCurrentRepetition();
        var random = new Random(seed);
        var events = history(random);
        var expected = new HashMap<String, IncomingEvent>();
        events.forEach(event -> expected.put(event.subject(), event));
        var deliveries = new ArrayList<>(events);
        events.forEach(event -> {
            for (var again = random.nextInt(3); again > 0; again--) {
                deliveries.add(event);
            }
        });
        Collections.shuffle(deliveries, random);

        deliveries.forEach(event -> inbox.consume(EventRecords.of(event), notebook::write));

        assertThat(states(expected.keySet())).as("seed %s", seed).isEqualTo(texts(expected));
    }

    @Test
    void deliveriesAtTheSameTimeLeaveTheSameToo() throws Exception {
        var random = new Random(SEED);
        System.out.println("opptrapping.test.seed=" + SEED);
        var events = history(random);
        var expected = new HashMap<String, IncomingEvent>();
        events.forEach(event -> expected.put(event.subject(), event));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Future<?>>();
            for (var i = 0; i < 4; i++) {
                var mine = new ArrayList<>(events);
                Collections.shuffle(mine, new Random(SEED + i));
                all.add(threads.submit(
                        () -> mine.forEach(event -> inbox.consume(EventRecords.of(event), notebook::write))));
            }
            for (var one : all) {
                one.get();
            }
        }

        assertThat(states(expected.keySet())).as("seed %s", SEED).isEqualTo(texts(expected));
    }

    @Test
    void anEffectThatFailsLeavesNoTraceAndIsDoneOnTheNextDelivery() {
        var event = event("s-" + UUID.randomUUID(), 1);
        var calls = new AtomicInteger();
        assertThatCode(() -> inbox.consume(EventRecords.of(event), taken -> {
                    notebook.write(taken);
                    calls.incrementAndGet();
                    throw new IllegalStateException("after the write");
                }))
                .hasMessage("after the write");
        assertThat(notebook.page(event.subject())).isEmpty();

        inbox.consume(EventRecords.of(event), notebook::write);

        assertThat(calls).hasValue(1);
        assertThat(notebook.page(event.subject())).isPresent();
    }

    @Test
    void onePollLeavesTheSameAsItsEventsOneByOneAndSetsAsideOnlyTheBadOnes() {
        var events = history(new Random(SEED));
        var expected = new HashMap<String, IncomingEvent>();
        events.forEach(event -> expected.put(event.subject(), event));
        var records = new ArrayList<>(events.stream().map(EventRecords::of).toList());
        records.add(3, EventRecords.of("report.v1", "k", "not JSON", new RecordHeaders()));
        records.add(7, EventRecords.of("report.v1", "k", null, new RecordHeaders()));
        records.add(28, EventRecords.of(event("s-" + UUID.randomUUID(), 1, " ")));
        records.add(EventRecords.of(events.getFirst()));
        var poll = new OnePoll(records);
        var before = counts.read();

        assertThat(inbox.consume(poll.batch(), notebook::write)).isCompleted();

        assertThat(states(expected.keySet())).as("seed %s", SEED).isEqualTo(texts(expected));
        assertThat(poll.refused())
                .containsExactly(
                        records.get(3).offset(),
                        records.get(7).offset(),
                        records.get(28).offset());
        assertThat(poll.acknowledged()).containsExactly(records.getLast().offset());
        var after = counts.read();
        assertThat(after.consumed()).isEqualTo(before.consumed() + events.size());
        assertThat(after.duplicates()).isEqualTo(before.duplicates() + 1);
        assertThat(after.deadLettered()).isEqualTo(before.deadLettered() + 3);
    }

    @Test
    void eventsThatOthersHoldUpAreTakenOneByOneWhenTheyLetGo() {
        var first = event("s-" + UUID.randomUUID(), 1);
        var second = event("s-" + UUID.randomUUID(), 1);
        var poll = new OnePoll(List.of(EventRecords.of(first), EventRecords.of(second)));
        var together = new ArrayList<String>();

        assertThat(inbox.consume(poll.batch(), event -> {
                    together.add(event.subject());
                    notebook.write(event);
                    if (together.size() == 2) {
                        throw new LockTimeoutException("held up");
                    }
                }))
                .isCompleted();

        assertThat(together).containsExactly(first.subject(), second.subject(), first.subject(), second.subject());
        assertThat(notebook.page(first.subject()))
                .hasValueSatisfying(page -> assertThat(page.writings()).isEqualTo(1));
        assertThat(poll.refused()).isEmpty();
    }

    @Test
    void aPollDuringWhichTheServiceStopsIsNotAcknowledged() {
        var poll = new OnePoll(List.of(EventRecords.of(event("s-" + UUID.randomUUID(), 1))));

        assertThat(inbox.consume(poll.batch(), event -> {
                    throw new ConsumptionStopped();
                }))
                .isNotDone();

        assertThat(poll.acknowledged()).isEmpty();
        assertThat(poll.refused()).isEmpty();
    }

    @Test
    void whatFailsBecauseTheServiceStopsIsNotTheEventsFault() {
        var patience = new Patience();
        var stopping =
                new Inbox(database, session, tracer, metrics, new ConsumerPulse(), patience, effects, deadLetters);
        var event = event("s-" + UUID.randomUUID(), 1);
        var poll = new OnePoll(List.of(EventRecords.of(event), EventRecords.of(event("s-" + UUID.randomUUID(), 1))));
        var before = counts.read();

        assertThat(stopping.consume(poll.batch(), taken -> {
                    patience.stop(new ShutdownEvent());
                    throw new IllegalStateException("EntityManagerFactory is closed");
                }))
                .isNotDone();

        assertThat(poll.refused()).isEmpty();
        assertThat(poll.acknowledged()).isEmpty();
        assertThat(counts.read()).isEqualTo(before);
        assertThat(inbox.consume(poll.batch(), notebook::write)).isCompleted();
        assertThat(notebook.page(event.subject())).isPresent();
    }

    @Test
    void forgetsWhatANewerVersionHasMadeSuperfluousAndTakesNothingInTwice() {
        var subject = "s-" + UUID.randomUUID();
        var first = event(subject, 1);
        var second = event(subject, 2);
        inbox.consume(EventRecords.of(first), notebook::write);
        inbox.consume(EventRecords.of(second), notebook::write);

        assertThat(forgetEvents.forget(Duration.ofDays(1))).isZero();
        assertThat(forgetEvents.forget(Duration.ZERO)).isPositive();
        assertThat(forgetEvents.forget(Duration.ZERO)).isZero();

        var before = counts.read();
        inbox.consume(EventRecords.of(first), notebook::write);
        inbox.consume(EventRecords.of(second), notebook::write);
        assertThat(counts.read().consumed()).isEqualTo(before.consumed());
        assertThat(notebook.page(subject)).hasValueSatisfying(page -> {
            assertThat(page.text()).isEqualTo("version 2");
            assertThat(page.writings()).isEqualTo(2);
        });
    }

    private static List<IncomingEvent> history(Random random) {
        var run = UUID.randomUUID().toString();
        var versions = new HashMap<String, Long>();
        var events = new ArrayList<IncomingEvent>();
        for (var i = 0; i < 30; i++) {
            var subject = run + "/" + random.nextInt(SUBJECTS);
            events.add(event(subject, versions.merge(subject, 1L, Long::sum)));
        }
        return events;
    }

    private static IncomingEvent event(String subject, long version) {
        return event(subject, version, "version " + version);
    }

    private static IncomingEvent event(String subject, long version, String text) {
        return new IncomingEvent(
                UUID.randomUUID().toString(),
                "report.v1",
                "no.opptrapping.report.v1",
                "/test",
                subject,
                version,
                Instant.parse("2025-01-02T03:04:05Z"),
                JsonNodeFactory.instance.objectNode().put("text", text));
    }

    private Map<String, String> states(Iterable<String> subjects) {
        var states = new HashMap<String, String>();
        subjects.forEach(subject -> states.put(
                subject, notebook.page(subject).map(Notebook.Page::text).orElse("nothing")));
        return states;
    }

    private static Map<String, String> texts(Map<String, IncomingEvent> last) {
        var texts = new HashMap<String, String>();
        last.forEach(
                (subject, event) -> texts.put(subject, event.data().get("text").textValue()));
        return texts;
    }
}
