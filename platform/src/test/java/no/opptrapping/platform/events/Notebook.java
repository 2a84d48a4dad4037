package no.opptrapping.platform.events;

import io.opentelemetry.api.trace.Span;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** A consumer as services have them: keeps each subject's last text and how often it was written. */
@ApplicationScoped
public class Notebook implements Consumption {
    private final Inbox inbox;
    private final DataSource database;

    Notebook(Inbox inbox, DataSource database) {
        this.inbox = inbox;
        this.database = database;
    }

    record Note(String text, Optional<String> mood) {}

    record Page(
            String text,
            long version,
            int writings,
            String traceId,
            @Nullable String correlationId) {}

    @Incoming("report")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, String> events) {
        return inbox.consume(events);
    }

    @Override
    public Map<String, Consumer<IncomingEvent>> effects() {
        return Map.of("report.v1", this::write);
    }

    void write(IncomingEvent event) {
        var note = event.dataAs(Note.class);
        if (note.text().isBlank()) {
            throw new UnusableEvent("An empty note");
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into note (subject, text, version, writings, trace_id, correlation_id)
                        values (?, ?, ?, 1, ?, ?)
                        on conflict (subject) do update
                        set text = excluded.text, version = excluded.version, writings = note.writings + 1
                        """)) {
            upsert.setString(1, event.subject());
            upsert.setString(2, note.text());
            upsert.setLong(3, event.version());
            upsert.setString(4, Span.current().getSpanContext().getTraceId());
            upsert.setString(5, (String) MDC.get("correlationId"));
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Optional<Page> page(String subject) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select text, version, writings, trace_id, correlation_id from note where subject = ?")) {
            select.setString(1, subject);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Page(
                                row.getString(1), row.getLong(2), row.getInt(3), row.getString(4), row.getString(5)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
