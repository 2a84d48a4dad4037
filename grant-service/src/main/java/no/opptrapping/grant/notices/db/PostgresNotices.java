package no.opptrapping.grant.notices.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.notices.KeptNotices;
import no.opptrapping.grant.notices.Notice;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Notices with plain statements. A notice has no number until somebody wants to read it: numbers are given to committed
 * rows alone, by one at a time, so that who has read up to a number has read everything up to it.
 */
@ApplicationScoped
class PostgresNotices implements KeptNotices {
    private static final int MOST_AT_ONCE = 5_000;

    private final PlainSql sql;
    private final ObjectMapper json;

    PostgresNotices(PlainSql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    @Override
    public void add(List<Notice> notices) {
        sql.updateEach(
                """
                insert into notice (id, municipality_id, kind, about, text, answer_by, at)
                values (?, ?, ?, ?, cast(? as jsonb), cast(? as date), ?)
                """,
                notices.stream()
                        .map(one -> Arrays.asList(
                                one.id(),
                                one.to().value(),
                                one.kind().code(),
                                one.about(),
                                written(one.text()),
                                one.answerBy().map(LocalDate::toString).orElse(null),
                                one.at()))
                        .toList());
    }

    @Override
    public boolean number() {
        if (sql.first("select 1 from notice where number is null limit 1", row -> row.getInt(1))
                .isEmpty()) {
            return false;
        }
        sql.lock("notice-numbers");
        var numbered = sql.update("""
                update notice set number = given.number
                from (select id, nextval('notice_number') as number
                      from (select id from notice where number is null order by at, id limit ?) waiting) given
                where notice.id = given.id
                """, MOST_AT_ONCE);
        return numbered == MOST_AT_ONCE;
    }

    @Override
    public List<Numbered> after(Set<MunicipalityId> to, long number, int limit) {
        return sql.list("""
                select id, municipality_id, kind, about, text, answer_by, at, number from notice
                where municipality_id = any(?) and number > ? order by number limit ?
                """, this::read, ids(to), number, limit);
    }

    @Override
    public long last(Set<MunicipalityId> to) {
        return sql.one(
                "select coalesce(max(number), 0) from notice where municipality_id = any(?) and number is not null",
                row -> row.getLong(1),
                (Object) ids(to));
    }

    private static UUID[] ids(Set<MunicipalityId> to) {
        return to.stream().map(MunicipalityId::value).toArray(UUID[]::new);
    }

    private Numbered read(ResultSet row) throws SQLException {
        return new Numbered(
                row.getLong(8),
                new Notice(
                        row.getObject(1, UUID.class),
                        new MunicipalityId(row.getObject(2, UUID.class)),
                        NoticeKind.of(row.getString(3)),
                        row.getString(4),
                        text(row.getString(5)),
                        Optional.ofNullable(row.getObject(6, LocalDate.class)),
                        row.getObject(7, OffsetDateTime.class).toInstant()));
    }

    private String written(LocalisedText text) {
        try {
            return json.writeValueAsString(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private LocalisedText text(String written) {
        try {
            return json.readValue(written, LocalisedText.class);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
