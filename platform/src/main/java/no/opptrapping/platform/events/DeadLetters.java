package no.opptrapping.platform.events;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records that could not be used, in the table {@code dead_letter}; each call is part of the open transaction. */
@ApplicationScoped
public class DeadLetters {
    /** Which are asked for. */
    public enum State {
        WAITING,
        TAKEN_IN
    }

    /** Where a page begins: after this one, in the order in which they were set aside. */
    public record Key(Instant setAsideAt, UUID id) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final String COLUMNS = "id, topic, kafka_partition, kafka_offset, event_id, reason, set_aside_at,"
            + " taken_in_at, taken_in_by, outcome";
    private static final String SET_ASIDE = """
            insert into dead_letter
                (topic, kafka_partition, kafka_offset, event_id, reason, record_key, content, headers)
            values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (topic, kafka_partition, kafka_offset) do nothing
            """;

    private final DataSource database;

    DeadLetters(DataSource database) {
        this.database = database;
    }

    /** Notes that a record is set aside, with all that it says; false when that was noted before. */
    boolean add(ConsumerRecord<String, String> record, Throwable fault) {
        return inDatabase(connection -> {
            try (var insert = connection.prepareStatement(SET_ASIDE)) {
                insert.setString(1, record.topic());
                insert.setInt(2, record.partition());
                insert.setLong(3, record.offset());
                var eventId = EventHeaders.find(record.headers(), EventHeaders.ID);
                insert.setString(4, eventId == null ? null : PlainText.of(eventId));
                insert.setString(5, PlainText.of(fault));
                insert.setBytes(6, bytes(record.key()));
                insert.setBytes(7, bytes(record.value()));
                insert.setBytes(8, stored(record.headers()));
                return insert.executeUpdate() == 1;
            }
        });
    }

    /** In the order in which they were set aside, after the key. */
    public List<DeadLetter> list(Optional<State> state, Optional<Key> after, int limit) {
        return inDatabase(connection -> {
            var sql = "select " + COLUMNS + " from dead_letter where true"
                    + state.map(one ->
                                    one == State.WAITING ? " and taken_in_at is null" : " and taken_in_at is not null")
                            .orElse("")
                    + (after.isPresent() ? " and (set_aside_at, id) > (?, ?)" : "")
                    + " order by set_aside_at, id limit ?";
            try (var select = connection.prepareStatement(sql)) {
                var next = 1;
                if (after.isPresent()) {
                    select.setObject(next++, after.get().setAsideAt().atOffset(ZoneOffset.UTC));
                    select.setObject(next++, after.get().id());
                }
                select.setInt(next, limit);
                return letters(select);
            }
        });
    }

    public Optional<DeadLetter> find(UUID id) {
        return find(id, "");
    }

    /** Nobody else can take it in until the transaction ends. */
    Optional<DeadLetter> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<DeadLetter> find(UUID id, String lock) {
        return inDatabase(connection -> {
            try (var select =
                    connection.prepareStatement("select " + COLUMNS + " from dead_letter where id = ?" + lock)) {
                select.setObject(1, id);
                return letters(select).stream().findFirst();
            }
        });
    }

    /** What the record said. */
    public DeadLetter.Content content(UUID id) {
        return inDatabase(connection -> {
            try (var select =
                    connection.prepareStatement("select record_key, content, headers from dead_letter where id = ?")) {
                select.setObject(1, id);
                try (var row = select.executeQuery()) {
                    row.next();
                    return new DeadLetter.Content(
                            text(row.getBytes(1)), text(row.getBytes(2)), headers(row.getBytes(3)));
                }
            }
        });
    }

    /** Notes how it was taken in after all. */
    void settle(UUID id, DeadLetter.TakenIn takenIn) {
        inDatabase(connection -> {
            try (var update = connection.prepareStatement(
                    "update dead_letter set taken_in_at = ?, taken_in_by = ?, outcome = ? where id = ?")) {
                update.setObject(1, takenIn.at().atOffset(ZoneOffset.UTC));
                update.setString(2, takenIn.by());
                update.setString(3, takenIn.outcome());
                update.setObject(4, id);
                return update.executeUpdate();
            }
        });
    }

    private static List<DeadLetter> letters(PreparedStatement select) throws SQLException {
        var letters = new ArrayList<DeadLetter>();
        try (var row = select.executeQuery()) {
            while (row.next()) {
                letters.add(letter(row));
            }
        }
        return letters;
    }

    private static DeadLetter letter(ResultSet row) throws SQLException {
        var takenInAt = row.getObject("taken_in_at", OffsetDateTime.class);
        return new DeadLetter(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"),
                Optional.ofNullable(row.getString("event_id")),
                row.getString("reason"),
                row.getObject("set_aside_at", OffsetDateTime.class).toInstant(),
                takenInAt == null
                        ? Optional.empty()
                        : Optional.of(new DeadLetter.TakenIn(
                                takenInAt.toInstant(), row.getString("taken_in_by"), row.getString("outcome"))));
    }

    private static byte @Nullable [] bytes(@Nullable String text) {
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<String> text(byte @Nullable [] bytes) {
        return bytes == null ? Optional.empty() : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    private static byte[] stored(Headers headers) {
        var all = new ArrayList<DeadLetter.Header>();
        headers.forEach(header -> all.add(DeadLetter.Header.of(header)));
        try {
            return JSON.writeValueAsBytes(all);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<DeadLetter.Header> headers(byte @Nullable [] stored) {
        try {
            return stored == null ? List.of() : JSON.readValue(stored, new TypeReference<>() {});
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @CanIgnoreReturnValue
    private <T> T inDatabase(Work<T> work) {
        try (var connection = database.getConnection()) {
            return work.with(connection);
        } catch (SQLException failure) {
            throw new EventStoreFailure("The dead letters could not be reached", failure);
        }
    }

    private interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
