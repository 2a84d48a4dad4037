package no.opptrapping.grant.answers.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.answers.PublishedAnswer;
import no.opptrapping.grant.answers.PublishedAnswers;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.Language;

/** Published answers in PostgreSQL, with plain statements: they are only added. */
@ApplicationScoped
class PostgresPublishedAnswers implements PublishedAnswers {
    private static final Key FIRST = new Key(Instant.EPOCH, new UUID(0, 0));

    private final PlainSql sql;

    PostgresPublishedAnswers(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PublishedAnswer one) {
        sql.update("""
                insert into call_answer (id, call_id, question, answer, published_by, published_at)
                values (?, ?, ?, ?, ?, ?)
                """, one.id(), one.call().value(), one.question(), one.answer(), one.by(), one.at());
    }

    @Override
    public boolean addFrom(UUID message, PublishedAnswer one) {
        return sql.update(
                        """
                        insert into call_answer
                            (id, call_id, question, answer, language, published_by, published_at, message_id)
                        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (message_id, language) do nothing
                        """,
                        one.id(),
                        one.call().value(),
                        one.question(),
                        one.answer(),
                        one.language().map(Language::tag).orElseThrow(),
                        one.by(),
                        one.at(),
                        message)
                == 1;
    }

    @Override
    public List<PublishedAnswer> list(CallId call, Optional<Key> after, int limit) {
        var key = after.orElse(FIRST);
        return sql.list("""
                select id, call_id, question, answer, language, published_by, published_at from call_answer
                where call_id = ? and (published_at, id) > (?, ?) order by published_at, id limit ?
                """, PostgresPublishedAnswers::answer, call.value(), key.at(), key.id(), limit);
    }

    private static PublishedAnswer answer(ResultSet row) throws SQLException {
        return new PublishedAnswer(
                row.getObject(1, UUID.class),
                new CallId(row.getObject(2, UUID.class)),
                row.getString(3),
                row.getString(4),
                Optional.ofNullable(row.getString(5)).map(tag -> Language.valueOf(tag.toUpperCase(Locale.ROOT))),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }
}
