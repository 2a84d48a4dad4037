package no.opptrapping.grant.frames.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.frames.Frame;
import no.opptrapping.grant.frames.FrameChange;
import no.opptrapping.grant.frames.FrameChangeId;
import no.opptrapping.grant.frames.FrameChanges;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Journal.SchemeYear;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** Changes of frames in PostgreSQL, with plain statements: a few columns, and sums over payments and the ledger. */
@ApplicationScoped
class PostgresFrameChanges implements FrameChanges {
    private static final String CHANGE = """
            select c.id, c.scheme_id, c.year, c.kind, c.reason, c.run_id, c.unused_back_on, l.offices, l.amounts,
                c.proposed_by, c.proposed_at, c.status, c.decided_by, c.decided_at
            from frame_change c cross join lateral (select array_agg(office_id order by office_id) as offices,
                array_agg(amount order by office_id) as amounts from frame_change_line where change_id = c.id) l
            """;

    private final PlainSql sql;

    PostgresFrameChanges(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(FrameChange proposed) {
        sql.update(
                """
                insert into frame_change (id, scheme_id, year, kind, status, reason, run_id, unused_back_on, proposed_by,
                    proposed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                proposed.id().value(),
                proposed.scheme().value(),
                proposed.year(),
                proposed.kind().code(),
                proposed.status().code(),
                proposed.reason(),
                proposed.run().orElse(null),
                proposed.unusedBackOn().orElse(null),
                proposed.proposed().by(),
                proposed.proposed().at());
        sql.updateEach(
                "insert into frame_change_line (change_id, office_id, amount) values (?, ?, ?)",
                proposed.lines().stream()
                        .map(line ->
                                List.of(proposed.id().value(), line.office().value(), line.amount()))
                        .toList());
    }

    @Override
    public void decide(FrameChange decided) {
        var by = decided.decided().orElseThrow();
        sql.update(
                "update frame_change set status = ?, decided_by = ?, decided_at = ? where id = ?",
                decided.status().code(),
                by.by(),
                by.at(),
                decided.id().value());
    }

    @Override
    public Optional<FrameChange> find(FrameChangeId id) {
        return sql.first(CHANGE + "where c.id = ?", PostgresFrameChanges::change, id.value());
    }

    @Override
    public Optional<FrameChange> lock(FrameChangeId id) {
        sql.read("select from frame_change where id = ? for update", ResultSet::next, id.value());
        return find(id);
    }

    @Override
    public boolean isDivided(UUID run) {
        return sql.one(
                "select exists (select from frame_change where run_id = ? and status = 'adopted')",
                row -> row.getBoolean(1),
                run);
    }

    @Override
    public List<FrameChange> list(Filter filter, Optional<Position> after, int limit) {
        return sql.list(CHANGE + """
                where (c.proposed_at, c.id) > (?, ?) and (?::uuid is null or c.scheme_id = ?)
                    and (?::integer is null or c.year = ?) and (?::text is null or c.status = ?)
                    and (?::uuid[] is null or exists (select from frame_change_line o
                        where o.change_id = c.id and o.office_id = any(?)))
                order by c.proposed_at, c.id limit ?
                """, PostgresFrameChanges::change, arguments(filter, after, limit));
    }

    private static @Nullable Object[] arguments(Filter filter, Optional<Position> after, int limit) {
        var scheme = filter.scheme().map(SchemeId::value).orElse(null);
        var year = filter.year().map(Year::getValue).orElse(null);
        var status = filter.status().map(FrameChange.Status::code).orElse(null);
        var offices = filter.offices().map(PostgresFrameChanges::ids).orElse(null);
        return new @Nullable Object[] {
            after.map(Position::proposedAt).orElse(Instant.EPOCH),
            after.map(position -> position.id().value()).orElse(new UUID(0, 0)),
            scheme,
            scheme,
            year,
            year,
            status,
            status,
            offices,
            offices,
            limit
        };
    }

    private static UUID[] ids(Set<CountyGovernorOfficeId> offices) {
        return offices.stream().map(CountyGovernorOfficeId::value).toArray(UUID[]::new);
    }

    @Override
    public Optional<LocalDate> unusedBackOn(SchemeId scheme, Year year) {
        return sql.first("""
                select unused_back_on from frame_change
                where scheme_id = ? and year = ? and status = 'adopted' and unused_back_on is not null
                order by decided_at desc, id desc limit 1
                """, row -> row.getObject(1, LocalDate.class), scheme.value(), year);
    }

    @Override
    public List<SchemeYear> toFlowBack(LocalDate today, int most) {
        return sql.list(
                """
                select b.scheme_id, b.year from ledger_balance b
                where b.account = 'frame-unused' and b.balance > 0 and (select c.unused_back_on from frame_change c
                    where c.scheme_id = b.scheme_id and c.year = b.year and c.status = 'adopted'
                        and c.unused_back_on is not null order by c.decided_at desc, c.id desc limit 1) <= ?
                order by b.year, b.scheme_id limit ?
                """,
                row -> new SchemeYear(new SchemeId(row.getObject(1, UUID.class)), Year.of(row.getInt(2))),
                today,
                most);
    }

    @Override
    public List<OfficeYear> having(Set<CountyGovernorOfficeId> offices, int most) {
        return sql.list(
                """
                select distinct scheme_id, year, office_id from ledger_frame_balance
                where office_id = any(?) and balance <> 0 order by year, scheme_id, office_id limit ?
                """,
                row -> new OfficeYear(
                        new SchemeId(row.getObject(1, UUID.class)), Year.of(row.getInt(2)), office(row, 3)),
                ids(offices),
                most);
    }

    @Override
    public Map<CountyGovernorOfficeId, Kroner> decidedBefore(SchemeId scheme, Year year, Instant moment) {
        return byOffice("""
                select l.office_id, sum(l.amount) from frame_change c join frame_change_line l on l.change_id = c.id
                where c.scheme_id = ? and c.year = ? and c.status = 'adopted' and c.decided_at < ? group by l.office_id
                """, scheme.value(), year, moment);
    }

    @Override
    public Map<CountyGovernorOfficeId, Kroner> paidBefore(SchemeId scheme, Year year, Instant moment) {
        return byOffice("""
                select e.office_id, sum(p.amount) from payment p
                join ledger_entry e on e.award_id = p.award_id and e.kind = 'awarded' and e.office_id is not null
                where p.scheme_id = ? and p.year = ? and p.confirmed_at < ?
                    and (p.status <> 'returned' or p.failed_at >= ?) group by e.office_id
                """, scheme.value(), year, moment, moment);
    }

    private Map<CountyGovernorOfficeId, Kroner> byOffice(String statement, Object... arguments) {
        return sql.read(
                statement,
                rows -> {
                    var sums = new TreeMap<CountyGovernorOfficeId, Kroner>();
                    while (rows.next()) {
                        sums.put(office(rows, 1), Kroner.of(rows.getLong(2)));
                    }
                    return sums;
                },
                arguments);
    }

    @Override
    public Map<CountyGovernorOfficeId, CountyGovernorOfficeId> succeededBefore(
            SchemeId scheme, Year year, Instant moment) {
        return sql.read(
                """
                select right(source, 36)::uuid, office_id from ledger_entry
                where scheme_id = ? and year = ? and kind = 'frame-came' and posted_at < ? order by posted_at
                """,
                rows -> {
                    var succeeded = new TreeMap<CountyGovernorOfficeId, CountyGovernorOfficeId>();
                    while (rows.next()) {
                        succeeded.put(office(rows, 1), office(rows, 2));
                    }
                    return succeeded;
                },
                scheme.value(),
                year,
                moment);
    }

    @Override
    public List<Frame> postedBefore(SchemeId scheme, Year year, Instant moment) {
        return sql.read(
                """
                select e.office_id, l.account, sum(l.amount) from ledger_entry e join ledger_line l on l.entry_id = e.id
                where e.scheme_id = ? and e.year = ? and e.office_id is not null and e.posted_at < ?
                group by e.office_id, l.account having sum(l.amount) <> 0
                """,
                rows -> {
                    var balances = new TreeMap<CountyGovernorOfficeId, Map<Account, Kroner>>();
                    while (rows.next()) {
                        balances.computeIfAbsent(office(rows, 1), _ -> new EnumMap<>(Account.class))
                                .put(Account.of(rows.getString(2)), Kroner.of(rows.getLong(3)));
                    }
                    return balances.entrySet().stream()
                            .map(one -> Frame.of(one.getKey(), one.getValue()))
                            .toList();
                },
                scheme.value(),
                year,
                moment);
    }

    private static CountyGovernorOfficeId office(ResultSet row, int column) throws SQLException {
        return new CountyGovernorOfficeId(row.getObject(column, UUID.class));
    }

    private static FrameChange change(ResultSet row) throws SQLException {
        var offices = (UUID[]) row.getArray(8).getArray();
        var amounts = (Long[]) row.getArray(9).getArray();
        var lines = new ArrayList<FrameChange.Line>();
        for (var i = 0; i < offices.length; i++) {
            lines.add(new FrameChange.Line(new CountyGovernorOfficeId(offices[i]), Kroner.of(amounts[i])));
        }
        var decidedBy = Optional.ofNullable(row.getString(13));
        var decidedAt = Optional.ofNullable(row.getObject(14, OffsetDateTime.class));
        return new FrameChange(
                new FrameChangeId(row.getObject(1, UUID.class)),
                new SchemeId(row.getObject(2, UUID.class)),
                Year.of(row.getInt(3)),
                FrameChange.Kind.of(row.getString(4)),
                row.getString(5),
                Optional.ofNullable(row.getObject(6, UUID.class)),
                Optional.ofNullable(row.getObject(7, LocalDate.class)),
                lines,
                new FrameChange.Act(
                        row.getString(10),
                        row.getObject(11, OffsetDateTime.class).toInstant()),
                FrameChange.Status.of(row.getString(12)),
                decidedBy.flatMap(by -> decidedAt.map(at -> new FrameChange.Act(by, at.toInstant()))));
    }
}
