package no.opptrapping.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import no.opptrapping.platform.database.PlainSql;
import org.jspecify.annotations.Nullable;

/** The first answers by caller and key, in the table <code>idempotency_record</code>. */
@ApplicationScoped
class Answers {
    /** A request whose key was seen: what it was and what it got. */
    record Answer(
            String request,
            int status,
            @Nullable String location,
            @Nullable String etag,
            @Nullable String body) {}

    private final PlainSql sql;

    Answers(PlainSql sql) {
        this.sql = sql;
    }

    /** Whether this transaction now holds the caller's key; false if another one does. */
    boolean lock(String caller, String key) {
        return sql.one(
                "select pg_try_advisory_xact_lock(hashtextextended(?, 571765))",
                row -> row.getBoolean(1),
                caller + "\n" + key);
    }

    Optional<Answer> find(String caller, String key) {
        return sql.first(
                "select request, status, location, etag, body from idempotency_record where caller = ? and key = ?",
                row -> new Answer(
                        row.getString(1), row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                caller,
                key);
    }

    void add(String caller, String key, Answer answer) {
        sql.update(
                """
                insert into idempotency_record (caller, key, request, status, location, etag, body)
                values (?, ?, ?, ?, ?, ?, ?)
                """, caller, key, answer.request(), answer.status(), answer.location(), answer.etag(), answer.body());
    }

    /** Deletes at most so many answers that are older, by the database's clock; says how many. */
    int forget(Duration age, int most) {
        return sql.update("""
                delete from idempotency_record where (caller, key) in (
                    select caller, key from idempotency_record
                    where created_at < now() - ? * interval '1 second' order by created_at limit ?)
                """, age.toSeconds(), most);
    }
}
