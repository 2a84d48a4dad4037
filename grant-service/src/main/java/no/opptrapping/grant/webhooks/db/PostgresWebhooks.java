package no.opptrapping.grant.webhooks.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.webhooks.Secret;
import no.opptrapping.grant.webhooks.Webhook;
import no.opptrapping.grant.webhooks.WebhookId;
import no.opptrapping.grant.webhooks.Webhooks;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** Webhooks with plain statements, each of which changes just what it says, whoever else changes the row. */
@ApplicationScoped
class PostgresWebhooks implements Webhooks {
    private static final String READ = """
            select id, municipality_id, url, secret, made_at, sent_up_to, attempts, failing_since, disabled_at, last_failure
            from webhook
            """;

    private final PlainSql sql;

    PostgresWebhooks(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Webhook webhook) {
        sql.update(
                """
                insert into webhook (id, municipality_id, url, secret, made_at, sent_up_to, next_try)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                webhook.id().value(),
                webhook.municipality().value(),
                webhook.url().toString(),
                webhook.secret().bytes(),
                webhook.madeAt(),
                webhook.sentUpTo(),
                webhook.madeAt());
    }

    @Override
    public Optional<Webhook> find(WebhookId id) {
        return sql.first(READ + " where id = ? and removed_at is null", PostgresWebhooks::read, id.value());
    }

    @Override
    public Optional<MunicipalityId> ownerOf(WebhookId id) {
        return sql.first(
                "select municipality_id from webhook where id = ?",
                row -> new MunicipalityId(row.getObject(1, UUID.class)),
                id.value());
    }

    @Override
    public List<Webhook> of(Set<MunicipalityId> municipalities) {
        return sql.list(
                READ + " where municipality_id = any(?) and removed_at is null order by made_at, id limit 100",
                PostgresWebhooks::read,
                (Object) municipalities.stream().map(MunicipalityId::value).toArray(UUID[]::new));
    }

    @Override
    public void lock(MunicipalityId municipality) {
        sql.lock("webhooks-of-" + municipality.value());
    }

    @Override
    public void remove(WebhookId id, Instant at) {
        sql.update("""
                update webhook set removed_at = ?, secret = decode(repeat('00', 32), 'hex')
                where id = ? and removed_at is null
                """, at, id.value());
    }

    @Override
    public List<WebhookId> due(Instant now, int limit) {
        return sql.list("""
                select w.id from webhook w
                where w.disabled_at is null and w.removed_at is null and w.next_try <= ? and (w.reserved_until is null or w.reserved_until <= ?)
                    and exists (select from notice n
                        where n.municipality_id = w.municipality_id and n.number > w.sent_up_to)
                order by w.next_try, w.id limit ?
                """, row -> new WebhookId(row.getObject(1, UUID.class)), now, now, limit);
    }

    @Override
    public Optional<Webhook> reserve(WebhookId id, Instant now, Duration length) {
        var reserved = sql.update("""
                update webhook set reserved_until = ? where id = ? and disabled_at is null and removed_at is null and next_try <= ?
                    and (reserved_until is null or reserved_until <= ?)
                """, now.plus(length), id.value(), now, now);
        return reserved == 1 ? find(id) : Optional.empty();
    }

    @Override
    public void sent(WebhookId id, long upTo) {
        sql.update("""
                update webhook set sent_up_to = ?, attempts = 0, failing_since = null, last_failure = null
                where id = ? and sent_up_to < ?
                """, upTo, id.value(), upTo);
    }

    @Override
    public void failed(WebhookId id, String failure, Instant at, Instant nextTry) {
        sql.update("""
                update webhook set attempts = attempts + 1, failing_since = coalesce(failing_since, ?), last_failure = ?,
                    next_try = ?
                where id = ?
                """, at, failure, nextTry, id.value());
    }

    @Override
    public boolean disabled(WebhookId id, Instant at) {
        return sql.update("update webhook set disabled_at = ? where id = ? and disabled_at is null", at, id.value())
                == 1;
    }

    @Override
    public void release(WebhookId id) {
        sql.update("update webhook set reserved_until = null where id = ?", id.value());
    }

    private static Webhook read(ResultSet row) throws SQLException {
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                new MunicipalityId(row.getObject("municipality_id", UUID.class)),
                URI.create(row.getString("url")),
                new Secret(row.getBytes("secret")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getLong("sent_up_to"),
                row.getInt("attempts"),
                moment(row, "failing_since"),
                moment(row, "disabled_at"),
                Optional.ofNullable(row.getString("last_failure")));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
