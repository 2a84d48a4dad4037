package no.opptrapping.grant.reported.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.OverdueReport;
import no.opptrapping.grant.reported.OutstandingReports;
import no.opptrapping.grant.reported.PaymentHold;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Overdue reports in plain SQL: dates, rules that are JSON, and takeovers that are read where they stand. */
@ApplicationScoped
class PostgresOutstandingReports implements OutstandingReports {
    private static final String OVERDUE = """
            select report_id, municipality_id, year, due_on from reported
            where due_on < ? and year < ? and (status in ('opened', 'returned')
                or status = 'submitted' and (submitted_at at time zone 'Europe/Oslo')::date > due_on)
            order by year, due_on, report_id
            """;

    private static final String HELD = """
            select a.id, a.reference, due.holder, b.balance, due.report, due.municipality, due.year, due.due_on
            from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                as due (holder, report, municipality, year, due_on)
            join award a on coalesce(a.takeovers -> -1 ->> 'to', a.municipality_id::text) = due.holder
                and a.year > due.year::integer
            join scheme_version v on v.scheme_id = a.scheme_id and v.number = a.scheme_version
                and v.rules -> 'payments' -> 'instalments' @> '[{"condition": "reports-in"}]'
            join ledger_award_balance b on b.award_id = a.id and b.account = 'awarded-unpaid' and b.balance > 0
            where a.status = 'accepted' and a.reference > ?
            order by a.reference limit ?
            """;

    private final PlainSql sql;

    PostgresOutstandingReports(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<OverdueReport> overdue(LocalDate today, Year before) {
        return sql.list(
                OVERDUE,
                row -> new OverdueReport(
                        row.getObject(1, UUID.class),
                        new MunicipalityId(row.getObject(2, UUID.class)),
                        Year.of(row.getInt(3)),
                        row.getObject(4, LocalDate.class)),
                today,
                before);
    }

    @Override
    public List<PaymentHold> held(Map<MunicipalityId, OverdueReport> overdue, String afterReference, int limit) {
        var holders = List.copyOf(overdue.entrySet());
        return sql.list(
                HELD,
                PostgresOutstandingReports::hold,
                texts(holders, entry -> entry.getKey()),
                texts(holders, entry -> entry.getValue().report()),
                texts(holders, entry -> entry.getValue().municipality()),
                texts(holders, entry -> entry.getValue().year()),
                texts(holders, entry -> entry.getValue().dueOn()),
                afterReference,
                limit);
    }

    private static <T> String[] texts(List<T> all, Function<T, Object> text) {
        return all.stream().map(one -> text.apply(one).toString()).toArray(String[]::new);
    }

    private static PaymentHold hold(ResultSet row) throws SQLException {
        return new PaymentHold(
                new AwardId(row.getObject(1, UUID.class)),
                row.getString(2),
                new MunicipalityId(UUID.fromString(row.getString(3))),
                Kroner.of(row.getLong(4)),
                new OverdueReport(
                        UUID.fromString(row.getString(5)),
                        new MunicipalityId(UUID.fromString(row.getString(6))),
                        Year.of(row.getInt(7)),
                        LocalDate.parse(row.getString(8))));
    }
}
