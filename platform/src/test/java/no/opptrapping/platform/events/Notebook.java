package no.opptrapping.platform.events;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A consumer as services have them: keeps each subject's last text and how often it was written. */
@ApplicationScoped
public class Notebook {
    private final Inbox inbox;
    private final DataSource database;

    Notebook(Inbox inbox, DataSource database) {
        this.inbox = inbox;
        this.database = database;
    }

    record Note(String text, Optional<String> mood) {}

    record Page(String text, long version, int writings) {}

    @Incoming("report")
    @Blocking
    void on(ConsumerRecord<String, String> record) {
        inbox.consume(record, this::write);
    }

    void write(IncomingEvent event) {
        var note = event.dataAs(Note.class);
        if (note.text().isBlank()) {
            throw new UnusableEvent("An empty note");
        }
        try (var connection = database.getConnection();
                var upsert = connection.prepareStatement("""
                        insert into note (subject, text, version, writings) values (?, ?, ?, 1)
                        on conflict (subject) do update
                        set text = excluded.text, version = excluded.version, writings = note.writings + 1
                        """)) {
            upsert.setString(1, event.subject());
            upsert.setString(2, note.text());
            upsert.setLong(3, event.version());
            upsert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Optional<Page> page(String subject) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement("select text, version, writings from note where subject = ?")) {
            select.setString(1, subject);
            try (var row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Page(row.getString(1), row.getLong(2), row.getInt(3)))
                        : Optional.empty();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
