package no.opptrapping.platform.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.database.PlainSql;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The records that could not be used, in the table {@code dead_letter}; each call is part of the open transaction. */
@ApplicationScoped
public class DeadLetters {
    /** Which are asked for. */
    @Schema(name = "DeadLetterState")
    public enum State {
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("taken-in")
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

    private final PlainSql sql;

    DeadLetters(PlainSql sql) {
        this.sql = sql;
    }

    /** Notes that a record is set aside, with all that it says; false when that was noted before. */
    boolean add(ConsumerRecord<String, String> record, Throwable fault) {
        var eventId = EventHeaders.find(record.headers(), EventHeaders.ID);
        return sql.update(
                        SET_ASIDE,
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        eventId == null ? null : PlainText.of(eventId),
                        PlainText.of(fault),
                        bytes(record.key()),
                        bytes(record.value()),
                        stored(record.headers()))
                == 1;
    }

    /** In the order in which they were set aside, after the key. */
    public List<DeadLetter> list(Optional<State> state, Optional<Key> after, int limit) {
        var letters = "select " + COLUMNS + " from dead_letter where true"
                + state.map(one -> one == State.WAITING ? " and taken_in_at is null" : " and taken_in_at is not null")
                        .orElse("")
                + (after.isPresent() ? " and (set_aside_at, id) > (?, ?)" : "")
                + " order by set_aside_at, id limit ?";
        return after.isPresent()
                ? sql.list(
                        letters,
                        DeadLetters::letter,
                        after.get().setAsideAt(),
                        after.get().id(),
                        limit)
                : sql.list(letters, DeadLetters::letter, limit);
    }

    public Optional<DeadLetter> find(UUID id) {
        return find(id, "");
    }

    /** Nobody else can take it in until the transaction ends. */
    Optional<DeadLetter> lock(UUID id) {
        return find(id, " for update");
    }

    private Optional<DeadLetter> find(UUID id, String lock) {
        return sql.first("select " + COLUMNS + " from dead_letter where id = ?" + lock, DeadLetters::letter, id);
    }

    /** What the record said. */
    public DeadLetter.Content content(UUID id) {
        return sql.one(
                "select record_key, content, headers from dead_letter where id = ?",
                row -> new DeadLetter.Content(text(row.getBytes(1)), text(row.getBytes(2)), headers(row.getBytes(3))),
                id);
    }

    /** Notes how it was taken in after all. */
    void settle(UUID id, DeadLetter.TakenIn takenIn) {
        sql.update(
                "update dead_letter set taken_in_at = ?, taken_in_by = ?, outcome = ? where id = ?",
                takenIn.at(),
                takenIn.by(),
                takenIn.outcome(),
                id);
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
}
