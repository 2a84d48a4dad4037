package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.testing.Poll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(EventsApplication.class)
class EventsIT {
    @Inject
    Outbox outbox;

    @Inject
    Notebook notebook;

    @Test
    void whatIsAppendedInACommittedTransactionIsHeard() {
        var subject = UUID.randomUUID().toString();

        QuarkusTransaction.requiringNew().run(() -> outbox.append(note(subject, 1, "first")));

        Poll.until("the note", () -> notebook.page(subject).isPresent());
        assertThat(notebook.page(subject)).hasValue(new Notebook.Page("first", 1, 1));
    }

    @Test
    void nothingIsAppendedOutsideATransaction() {
        assertThatThrownBy(() -> outbox.append(note("s", 1, "x"))).isInstanceOf(TransactionalException.class);
    }

    private static OutgoingEvent note(String subject, long version, String text) {
        return new OutgoingEvent(
                "report.v1", subject, "no.opptrapping.report.v1", subject, version, Map.of("text", text, "extra", 1));
    }
}
