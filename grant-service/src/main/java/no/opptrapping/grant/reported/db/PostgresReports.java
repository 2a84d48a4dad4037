package no.opptrapping.grant.reported.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.reported.Discrepancy;
import no.opptrapping.grant.reported.HeardReport;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** What has been heard of reports, written with plain statements: each is one upsert. */
@ApplicationScoped
class PostgresReports implements Reports {
    private final PlainSql sql;

    PostgresReports(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void keep(HeardReport report, Instant heardAt) {
        sql.update(
                """
                insert into reported (report_id, version, status, municipality_id, municipality_number, year, due_on,
                    submitted_at, approved_at, heard_at, man_years)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (report_id) do update set version = excluded.version, status = excluded.status,
                    municipality_id = excluded.municipality_id, municipality_number = excluded.municipality_number,
                    year = excluded.year, due_on = excluded.due_on, submitted_at = excluded.submitted_at,
                    approved_at = excluded.approved_at, heard_at = excluded.heard_at,
                    man_years = excluded.man_years
                """,
                report.id(),
                report.version(),
                report.status().name().toLowerCase(Locale.ROOT),
                report.municipality().value(),
                report.number().value(),
                report.year(),
                report.dueOn(),
                report.submittedAt().orElse(null),
                report.approvedAt().orElse(null),
                heardAt,
                report.manYears().orElse(null));
    }

    @Override
    public void keepWritten(HeardReport report) {
        sql.updateEach(
                """
                insert into reported_account (award_id, year, report_id, received, spent, unspent, own_share)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (award_id, year) do update set report_id = excluded.report_id, received = excluded.received,
                    spent = excluded.spent, unspent = excluded.unspent, own_share = excluded.own_share
                """,
                report.accounts().stream()
                        .sorted(Comparator.comparing(HeardReport.Account::award))
                        .map(account -> List.of(
                                account.award(),
                                report.year(),
                                report.id(),
                                account.toAccountFor(),
                                account.spent(),
                                account.unspent(),
                                account.ownShare()))
                        .toList());
    }

    @Override
    public List<Written> written(Collection<UUID> awards) {
        return sql.list(
                """
                select a.award_id, a.report_id, r.year, r.submitted_at,
                    case when r.status in ('approved', 'corrected') then r.approved_at end,
                    a.received, a.spent, a.unspent, a.own_share, r.man_years
                from reported_account a join reported r on r.report_id = a.report_id
                join award w on w.id = a.award_id and w.year = a.year
                where a.award_id = any (?) order by a.award_id
                """,
                rows -> new Written(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        Year.of(rows.getInt(3)),
                        Optional.ofNullable(rows.getObject(4, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Optional.ofNullable(rows.getObject(5, OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        Kroner.of(rows.getLong(6)),
                        Kroner.of(rows.getLong(7)),
                        Kroner.of(rows.getLong(8)),
                        Kroner.of(rows.getLong(9)),
                        Optional.ofNullable(rows.getBigDecimal(10))),
                (Object) awards.toArray(UUID[]::new));
    }

    @Override
    public void keep(HeardReport report, HeardReport.Account account) {
        sql.update(
                """
                insert into reported_award (award_id, year, report_id, version, carried_in, received, spent, unspent, own_share)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (award_id, year) do update set report_id = excluded.report_id, version = excluded.version,
                    carried_in = excluded.carried_in, received = excluded.received, spent = excluded.spent, unspent = excluded.unspent,
                    own_share = excluded.own_share
                """,
                account.award(),
                report.year(),
                report.id(),
                report.version(),
                account.carriedIn(),
                account.received(),
                account.spent(),
                account.unspent(),
                account.ownShare());
    }

    @Override
    public void add(Discrepancy discrepancy) {
        sql.update(
                """
                insert into reported_discrepancy (id, award_id, report_id, version, reason, received, spent, unspent,
                    paid, found_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (award_id, report_id, version, reason) do nothing
                """,
                discrepancy.id(),
                discrepancy.award(),
                discrepancy.report(),
                discrepancy.version(),
                discrepancy.reason().code(),
                discrepancy.received(),
                discrepancy.spent(),
                discrepancy.unspent(),
                discrepancy.paid(),
                discrepancy.foundAt());
    }

    @Override
    public void settle(UUID award, Year year, Instant at) {
        sql.update("""
                update reported_discrepancy d set settled_at = ? from reported r
                where d.award_id = ? and d.settled_at is null and r.report_id = d.report_id and r.year = ?
                """, at, award, year);
    }

    @Override
    public Optional<Figures> figures(UUID award, Year year) {
        return sql
                .list(
                        """
                        select report_id, version, carried_in, received, spent, unspent, own_share from reported_award
                        where award_id = ? and year = ?
                        """,
                        row -> new Figures(
                                row.getObject(1, UUID.class),
                                row.getLong(2),
                                new HeardReport.Account(
                                        award,
                                        Kroner.of(row.getLong(3)),
                                        Kroner.of(row.getLong(4)),
                                        Kroner.of(row.getLong(5)),
                                        Kroner.of(row.getLong(6)),
                                        Kroner.of(row.getLong(7)))),
                        award,
                        year)
                .stream()
                .findAny();
    }

    @Override
    public Map<MunicipalityId, Boolean> approvedOf(Year year) {
        return sql.read(
                """
                select municipality_id, bool_or(status = 'approved' or (status = 'corrected' and approved_at is not null))
                from reported where year = ? group by municipality_id
                """,
                rows -> {
                    var approved = new HashMap<MunicipalityId, Boolean>();
                    while (rows.next()) {
                        approved.put(new MunicipalityId(rows.getObject(1, UUID.class)), rows.getBoolean(2));
                    }
                    return approved;
                },
                year.getValue());
    }

    @Override
    public List<Discrepancy> open() {
        return sql.read("""
                select id, award_id, report_id, version, reason, received, spent, unspent, paid, found_at
                from reported_discrepancy where settled_at is null order by found_at, id
                """, rows -> {
            var open = new ArrayList<Discrepancy>();
            while (rows.next()) {
                open.add(new Discrepancy(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getObject(3, UUID.class),
                        rows.getLong(4),
                        Discrepancy.Reason.of(rows.getString(5)),
                        Kroner.of(rows.getLong(6)),
                        Kroner.of(rows.getLong(7)),
                        Kroner.of(rows.getLong(8)),
                        Kroner.of(rows.getLong(9)),
                        rows.getObject(10, OffsetDateTime.class).toInstant()));
            }
            return open;
        });
    }
}
