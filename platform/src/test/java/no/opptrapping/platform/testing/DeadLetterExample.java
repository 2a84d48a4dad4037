package no.opptrapping.platform.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The dead letter that the API documents show: a payment that was set aside and can be taken in now. */
public final class DeadLetterExample {
    private static final String AWARD = UUID.randomUUID().toString();

    private DeadLetterExample() {}

    /** Puts it where the service keeps its dead letters. */
    public static void in(DataSource database) {
        in(database, 4711);
    }

    /** Puts another one there, which came at another offset of the topic. */
    public static void in(DataSource database, long offset) {
        var event = UUID.randomUUID().toString();
        var payment = UUID.randomUUID().toString();
        var headers = List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", event),
                header("ce_type", "no.opptrapping.payment.v1"),
                header("ce_source", "/grant-service"),
                header("ce_subject", payment),
                header("ce_time", "2012-05-02T10:00:00Z"),
                header("ce_aggregateversion", "3"));
        var data = """
                {"paymentId":"%s","version":3,"status":"confirmed","awardId":"%s","municipalityId":"%s","year":2012,
                 "amount":1,"paidOn":"2012-05-02"}
                """.formatted(payment, AWARD, UUID.randomUUID());
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                        insert into dead_letter (topic, kafka_partition, kafka_offset, event_id, reason, set_aside_at,
                            record_key, content, headers)
                        values ('payment.v1', 0, ?, ?, 'The data of no.opptrapping.payment.v1 could not be kept',
                            '2026-02-01T07:00:00Z', ?, ?, ?)
                        on conflict do nothing
                        """)) {
            insert.setLong(1, offset);
            insert.setString(2, event);
            insert.setBytes(3, AWARD.getBytes(StandardCharsets.UTF_8));
            insert.setBytes(4, data.getBytes(StandardCharsets.UTF_8));
            insert.setBytes(5, new ObjectMapper().writeValueAsBytes(headers));
            insert.executeUpdate();
        } catch (SQLException | JsonProcessingException failure) {
            throw new AssertionError(failure);
        }
    }

    private static Map<String, String> header(String name, String value) {
        return Map.of(
                "name", name, "value", Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
    }
}
