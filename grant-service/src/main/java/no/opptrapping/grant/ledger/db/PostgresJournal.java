package no.opptrapping.grant.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The journal in PostgreSQL, written with plain statements: the rules stand in the tables' constraints and triggers. */
@ApplicationScoped
class PostgresJournal implements Journal {
    private final DataSource database;

    PostgresJournal(DataSource database) {
        this.database = database;
    }

    @Override
    public Kroner lockAvailable(SchemeId scheme, Year year) {
        return query("select ledger_lock_available(?, ?)", List.of(scheme.value(), year.getValue()), rows -> {
            rows.next();
            return Kroner.of(rows.getLong(1));
        });
    }

    @Override
    public void add(Posting posting) {
        try (var connection = database.getConnection()) {
            var id = UUID.randomUUID();
            insertEntry(connection, id, posting);
            insertLines(connection, id, posting);
        } catch (SQLException refused) {
            throw new LedgerRefusal("The ledger does not take " + posting.source(), refused);
        }
    }

    private static void insertEntry(Connection connection, UUID id, Posting posting) throws SQLException {
        try (var insert = connection.prepareStatement("""
                insert into ledger_entry (id, kind, scheme_id, year, award_id, source, lines, posted_by, posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """)) {
            insert.setObject(1, id);
            insert.setString(2, posting.kind().code());
            insert.setObject(3, posting.scheme().value());
            insert.setInt(4, posting.year().getValue());
            insert.setObject(5, posting.award().orElse(null));
            insert.setString(6, posting.source());
            insert.setInt(7, posting.lines().size());
            insert.setString(8, posting.postedBy());
            insert.setObject(
                    9, posting.postedAt().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    private static void insertLines(Connection connection, UUID id, Posting posting) throws SQLException {
        try (var insert =
                connection.prepareStatement("insert into ledger_line (entry_id, account, amount) values (?, ?, ?)")) {
            for (var line : posting.lines()) {
                insert.setObject(1, id);
                insert.setString(2, line.account().code());
                insert.setLong(3, line.amount().value());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    @Override
    public Map<Account, Kroner> balances(SchemeId scheme, Year year) {
        return query(
                "select account, balance from ledger_balance where scheme_id = ? and year = ?",
                List.of(scheme.value(), year.getValue()),
                PostgresJournal::amounts);
    }

    @Override
    public Map<Account, Kroner> sumsOfLines(SchemeId scheme, Year year) {
        return query("""
                select l.account, sum(l.amount) from ledger_line l join ledger_entry e on e.id = l.entry_id
                where e.scheme_id = ? and e.year = ? group by l.account
                """, List.of(scheme.value(), year.getValue()), PostgresJournal::amounts);
    }

    private static Map<Account, Kroner> amounts(ResultSet rows) throws SQLException {
        var amounts = new EnumMap<Account, Kroner>(Account.class);
        while (rows.next()) {
            amounts.put(Account.of(rows.getString(1)), Kroner.of(rows.getLong(2)));
        }
        return amounts;
    }

    @Override
    public Optional<AwardStanding> standing(UUID award) {
        return query("""
                        select b.award_id, e.scheme_id, e.year, b.account, b.balance from ledger_award_balance b
                        join ledger_entry e on e.award_id = b.award_id and e.kind = 'awarded'
                        where b.award_id = ?
                        """, List.of(award), PostgresJournal::standings).stream().findAny();
    }

    @Override
    public List<AwardStanding> standings(SchemeId scheme, Year year) {
        return query("""
                select b.award_id, e.scheme_id, e.year, b.account, b.balance from ledger_award_balance b
                join (select distinct award_id, scheme_id, year from ledger_entry
                      where scheme_id = ? and year = ? and award_id is not null) e on e.award_id = b.award_id
                order by b.award_id
                """, List.of(scheme.value(), year.getValue()), PostgresJournal::standings);
    }

    private static List<AwardStanding> standings(ResultSet rows) throws SQLException {
        var standings = new ArrayList<AwardStanding>();
        var balances = new EnumMap<Account, Kroner>(Account.class);
        @Nullable AwardStanding open = null;
        while (rows.next()) {
            var award = rows.getObject(1, UUID.class);
            if (open == null || !open.award().equals(award)) {
                if (open != null) {
                    standings.add(new AwardStanding(open.award(), open.scheme(), open.year(), balances));
                }
                balances.clear();
                open = new AwardStanding(
                        award, new SchemeId(rows.getObject(2, UUID.class)), Year.of(rows.getInt(3)), Map.of());
            }
            balances.put(Account.of(rows.getString(4)), Kroner.of(rows.getLong(5)));
        }
        if (open != null) {
            standings.add(new AwardStanding(open.award(), open.scheme(), open.year(), balances));
        }
        return standings;
    }

    @Override
    public List<Entry> entries(EntryFilter filter, long after, int limit) {
        // Only the lines of the entries that are shown: all that there are would be gathered before the page is cut.
        var sql = new StringBuilder("""
                select e.number, e.id, e.kind, e.scheme_id, e.year, e.award_id, e.source, e.posted_by, e.posted_at,
                       lines.accounts, lines.amounts
                from ledger_entry e cross join lateral (
                    select array_agg(l.account order by l.account) as accounts,
                           array_agg(l.amount order by l.account) as amounts
                    from ledger_line l where l.entry_id = e.id) lines
                where e.number > ?
                """);
        var arguments = new ArrayList<Object>(List.of(after));
        filter.scheme().ifPresent(scheme -> {
            sql.append(" and e.scheme_id = ?");
            arguments.add(scheme.value());
        });
        filter.year().ifPresent(year -> {
            sql.append(" and e.year = ?");
            arguments.add(year.getValue());
        });
        filter.award().ifPresent(award -> {
            sql.append(" and e.award_id = ?");
            arguments.add(award);
        });
        sql.append(" order by e.number limit ?");
        arguments.add(limit);
        return query(sql.toString(), arguments, rows -> {
            var entries = new ArrayList<Entry>();
            while (rows.next()) {
                entries.add(entry(rows));
            }
            return entries;
        });
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        var accounts = (String[]) rows.getArray(10).getArray();
        var amounts = (Long[]) rows.getArray(11).getArray();
        var lines = new ArrayList<Posting.Line>();
        for (var i = 0; i < accounts.length; i++) {
            lines.add(new Posting.Line(Account.of(accounts[i]), Kroner.of(amounts[i])));
        }
        return new Entry(
                rows.getLong(1),
                rows.getObject(2, UUID.class),
                new Posting(
                        Posting.Kind.valueOf(
                                rows.getString(3).toUpperCase(Locale.ROOT).replace('-', '_')),
                        new SchemeId(rows.getObject(4, UUID.class)),
                        Year.of(rows.getInt(5)),
                        Optional.ofNullable(rows.getObject(6, UUID.class)),
                        rows.getString(7),
                        rows.getString(8),
                        rows.getObject(9, OffsetDateTime.class).toInstant(),
                        lines));
    }

    @Override
    public List<SchemeYear> schemeYears() {
        return query("select distinct scheme_id, year from ledger_entry order by year, scheme_id", List.of(), rows -> {
            var schemeYears = new ArrayList<SchemeYear>();
            while (rows.next()) {
                schemeYears.add(new SchemeYear(new SchemeId(rows.getObject(1, UUID.class)), Year.of(rows.getInt(2))));
            }
            return schemeYears;
        });
    }

    private <T> T query(String sql, List<?> arguments, Reading<T> reading) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            bind(select, arguments);
            try (var rows = select.executeQuery()) {
                return reading.of(rows);
            }
        } catch (SQLException failure) {
            throw new LedgerRefusal("The ledger could not be read", failure);
        }
    }

    private static void bind(PreparedStatement statement, List<?> arguments) throws SQLException {
        for (var i = 0; i < arguments.size(); i++) {
            statement.setObject(i + 1, arguments.get(i));
        }
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }
}
