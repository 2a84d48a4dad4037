package no.opptrapping.grant.priornotices.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.priornotices.PriorNotice;
import no.opptrapping.grant.priornotices.PriorNoticeId;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.priornotices.PriorNotices;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;

/** Prior notices in PostgreSQL, with plain statements: the rules stand in the tables' constraints and triggers as well. */
@ApplicationScoped
class PostgresPriorNotices implements PriorNotices {
    private static final String COLUMNS = """
            select n.id, n.kind, n.subject_id, n.about, n.award_id, a.reference, n.scheme_id, n.recipient_id, n.version,
                n.amount, n.text, n.sent_by, n.sent_at, n.answer_by, n.waived_by, n.waived_for, n.waived_at, n.closed_at
            from prior_notice n join award a on a.id = n.award_id
            """;

    private final PlainSql sql;

    PostgresPriorNotices(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PriorNotice sent) {
        sql.update(
                """
                insert into prior_notice (id, kind, subject_id, about, award_id, scheme_id, recipient_id, version, amount,
                    text, sent_by, sent_at, answer_by)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                sent.id().value(),
                sent.kind().code(),
                sent.subject(),
                sent.about(),
                sent.award().value(),
                sent.scheme().value(),
                sent.recipient().value(),
                sent.version(),
                sent.amount(),
                sent.text(),
                sent.sentBy(),
                sent.sentAt(),
                sent.answerBy());
    }

    @Override
    public void update(PriorNotice changed) {
        sql.updateEach(
                """
                insert into prior_notice_comment (prior_notice_id, number, text, made_by, made_for, made_at)
                values (?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                changed.comments().stream()
                        .map(one -> List.of(
                                changed.id().value(),
                                one.number(),
                                one.text(),
                                one.by(),
                                one.organisation().value(),
                                one.at()))
                        .toList());
        sql.update(
                """
                update prior_notice set version = ?, waived_by = ?, waived_for = ?, waived_at = ?, closed_at = ? where id = ?
                """,
                changed.version(),
                changed.waiver().map(PriorNotice.Waiver::by).orElse(null),
                changed.waiver().map(one -> one.organisation().value()).orElse(null),
                changed.waiver().map(PriorNotice.Waiver::at).orElse(null),
                changed.closedAt().orElse(null),
                changed.id().value());
    }

    @Override
    public Optional<PriorNotice> find(PriorNoticeId id) {
        return one(COLUMNS + "where n.id = ?", id.value());
    }

    @Override
    public Optional<PriorNotice> lock(PriorNoticeId id) {
        return one(COLUMNS + "where n.id = ? for update of n", id.value());
    }

    @Override
    public Optional<PriorNotice> lockNewest(PriorNoticeKind kind, UUID subject) {
        return one(
                COLUMNS
                        + "where n.kind = ? and n.subject_id = ? order by n.sent_at desc, n.id desc limit 1 for update of n",
                kind.code(),
                subject);
    }

    @Override
    public List<PriorNotice> about(UUID subject) {
        return whole(sql.list(
                COLUMNS + "where n.subject_id = ? order by n.sent_at, n.id", PostgresPriorNotices::bare, subject));
    }

    @Override
    public List<PriorNotice> list(Filter filter, Optional<Key> after, int limit) {
        var statement = new StringBuilder(COLUMNS).append("where true");
        var arguments = new ArrayList<Object>();
        filter.kind().ifPresent(kind -> {
            statement.append(" and n.kind = ?");
            arguments.add(kind.code());
        });
        filter.award().ifPresent(award -> {
            statement.append(" and n.award_id = ?");
            arguments.add(award.value());
        });
        filter.subject().ifPresent(subject -> {
            statement.append(" and n.subject_id = ?");
            arguments.add(subject);
        });
        filter.recipients().ifPresent(some -> {
            statement.append(" and n.recipient_id = any(?)");
            arguments.add(some.stream().map(MunicipalityId::value).toArray(UUID[]::new));
        });
        after.ifPresent(key -> {
            statement.append(" and (n.sent_at, n.id) > (?, ?)");
            arguments.add(key.sentAt());
            arguments.add(key.id().value());
        });
        statement.append(" order by n.sent_at, n.id limit ?");
        arguments.add(limit);
        return whole(sql.list(statement.toString(), PostgresPriorNotices::bare, arguments.toArray()));
    }

    private Optional<PriorNotice> one(String statement, Object... arguments) {
        return whole(sql.list(statement, PostgresPriorNotices::bare, arguments)).stream()
                .findAny();
    }

    /** The same with their comments, read at once for all of them. */
    private List<PriorNotice> whole(List<PriorNotice> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var comments = comments(bare.stream().map(one -> one.id().value()).toArray(UUID[]::new));
        return bare.stream()
                .map(one -> new PriorNotice(
                        one.id(),
                        one.kind(),
                        one.subject(),
                        one.about(),
                        one.award(),
                        one.reference(),
                        one.scheme(),
                        one.recipient(),
                        one.version(),
                        one.amount(),
                        one.text(),
                        one.sentBy(),
                        one.sentAt(),
                        one.answerBy(),
                        comments.getOrDefault(one.id().value(), List.of()),
                        one.waiver(),
                        one.closedAt()))
                .toList();
    }

    private Map<UUID, List<PriorNotice.Comment>> comments(UUID[] ids) {
        return sql.read(
                """
                select prior_notice_id, number, text, made_by, made_for, made_at from prior_notice_comment
                where prior_notice_id = any(?) order by prior_notice_id, number
                """,
                rows -> {
                    var comments = new HashMap<UUID, List<PriorNotice.Comment>>();
                    while (rows.next()) {
                        comments.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(new PriorNotice.Comment(
                                        rows.getInt(2),
                                        rows.getString(3),
                                        rows.getString(4),
                                        new OrganisationNumber(rows.getString(5)),
                                        instant(rows, 6)));
                    }
                    return comments;
                },
                (Object) ids);
    }

    private static PriorNotice bare(ResultSet row) throws SQLException {
        return new PriorNotice(
                new PriorNoticeId(row.getObject(1, UUID.class)),
                PriorNoticeKind.of(row.getString(2)),
                row.getObject(3, UUID.class),
                row.getString(4),
                new AwardId(row.getObject(5, UUID.class)),
                row.getString(6),
                new SchemeId(row.getObject(7, UUID.class)),
                new MunicipalityId(row.getObject(8, UUID.class)),
                row.getLong(9),
                Kroner.of(row.getLong(10)),
                row.getString(11),
                row.getString(12),
                instant(row, 13),
                row.getObject(14, LocalDate.class),
                List.of(),
                row.getString(15) == null
                        ? Optional.empty()
                        : Optional.of(new PriorNotice.Waiver(
                                row.getString(15), new OrganisationNumber(row.getString(16)), instant(row, 17))),
                Optional.ofNullable(row.getObject(18, OffsetDateTime.class)).map(OffsetDateTime::toInstant));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
