package no.opptrapping.grant.accounting.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.accounting.AccountingExport;
import no.opptrapping.grant.accounting.AccountingExports;
import no.opptrapping.grant.accounting.Voucher;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;

/** Exports in plain SQL: made of the ledger's entries as they stand, written once, read as bytes. */
@ApplicationScoped
class PostgresAccountingExports implements AccountingExports {
    private static final String EXPORT = """
            select number, period, vouchers, lines, amount, json_sha256, csv_sha256, made_by, made_at
            from accounting_export
            """;

    /**
     * Chapter and item are the award's, else those of the rules that were in force when it was posted. What comes to an
     * office's successor stays on its accounts.
     */
    private static final String POSTED = """
            select e.number, (e.posted_at at time zone 'Europe/Oslo')::date as day, e.kind, s.code, e.year,
                coalesce(a.chapter, v.rules ->> 'chapter') as chapter, coalesce(a.item, v.rules ->> 'item') as item,
                coalesce(a.reference, e.source) as reference, lines.accounts, lines.amounts
            from ledger_entry e
            join scheme s on s.id = e.scheme_id
            left join award a on a.id = e.award_id
            cross join lateral (select array_agg(l.account order by l.account) as accounts,
                array_agg(l.amount order by l.account) as amounts from ledger_line l where l.entry_id = e.id) lines
            cross join lateral (select rules from scheme_version where scheme_id = e.scheme_id
                order by in_force_from is null or in_force_from > (e.posted_at at time zone 'Europe/Oslo')::date,
                    case when in_force_from <= (e.posted_at at time zone 'Europe/Oslo')::date then -number else number end
                limit 1) v
            where e.posted_at >= ? and e.posted_at < ? and e.kind not in ('frame-left', 'frame-came')
            order by e.number
            """;

    private final PlainSql sql;

    PostgresAccountingExports(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<AccountingExport> lock(YearMonth period) {
        sql.lock("accounting-export");
        return sql.first(EXPORT + "where period = ?", PostgresAccountingExports::export, period.toString());
    }

    @Override
    public Optional<AccountingExport> newest() {
        return sql.first(EXPORT + "order by number desc limit 1", PostgresAccountingExports::export);
    }

    @Override
    public List<Voucher> posted(Instant from, Instant before) {
        return sql.list(POSTED, VoucherRows::voucher, from, before);
    }

    @Override
    public void add(AccountingExport export, byte[] json, byte[] csv) {
        sql.update(
                """
                insert into accounting_export (number, period, vouchers, lines, amount, json, json_sha256, csv, csv_sha256,
                    made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                export.number(),
                export.period().toString(),
                export.vouchers(),
                export.lines(),
                export.amount(),
                json,
                export.jsonSha256(),
                csv,
                export.csvSha256(),
                export.madeBy(),
                export.madeAt());
    }

    @Override
    public Optional<AccountingExport> find(long number) {
        return sql.first(EXPORT + "where number = ?", PostgresAccountingExports::export, number);
    }

    @Override
    public Optional<byte[]> bytes(long number, AccountingExport.Form form) {
        return sql.first(
                switch (form) {
                    case JSON -> "select json from accounting_export where number = ?";
                    case CSV -> "select csv from accounting_export where number = ?";
                },
                row -> row.getBytes(1),
                number);
    }

    @Override
    public List<AccountingExport> list(long after, int limit) {
        return sql.list(
                EXPORT + "where number > ? order by number limit ?", PostgresAccountingExports::export, after, limit);
    }

    private static AccountingExport export(ResultSet row) throws SQLException {
        return new AccountingExport(
                row.getLong("number"),
                YearMonth.parse(row.getString("period")),
                row.getInt("vouchers"),
                row.getInt("lines"),
                Kroner.of(row.getLong("amount")),
                row.getString("json_sha256"),
                row.getString("csv_sha256"),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
