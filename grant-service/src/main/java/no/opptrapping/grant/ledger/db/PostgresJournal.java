package no.opptrapping.grant.ledger.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The journal in PostgreSQL, written with plain statements: the rules stand in the tables' constraints and triggers. */
@ApplicationScoped
class PostgresJournal implements Journal {
    private final PlainSql sql;

    PostgresJournal(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Kroner lockAvailable(SchemeId scheme, Year year) {
        return sql.one("select ledger_lock_available(?, ?)", row -> Kroner.of(row.getLong(1)), scheme.value(), year);
    }

    @Override
    public Kroner unused(SchemeId scheme, Year year, CountyGovernorOfficeId office) {
        return frames(scheme, year).getOrDefault(office, Map.of()).getOrDefault(Account.FRAME_UNUSED, Kroner.ZERO);
    }

    @Override
    public Map<UUID, CountyGovernorOfficeId> offices(Set<UUID> awards) {
        return sql.read(
                "select award_id, office_id from ledger_award_office where award_id = any(?)",
                rows -> {
                    var offices = new HashMap<UUID, CountyGovernorOfficeId>();
                    while (rows.next()) {
                        offices.put(rows.getObject(1, UUID.class), office(rows, 2));
                    }
                    return offices;
                },
                (Object) awards.toArray(UUID[]::new));
    }

    @Override
    public Map<CountyGovernorOfficeId, Map<Account, Kroner>> frames(SchemeId scheme, Year year) {
        return sql.read(
                "select office_id, account, balance from ledger_frame_balance where scheme_id = ? and year = ?",
                rows -> {
                    var frames = new TreeMap<CountyGovernorOfficeId, Map<Account, Kroner>>();
                    while (rows.next()) {
                        frames.computeIfAbsent(office(rows, 1), _ -> new EnumMap<>(Account.class))
                                .put(Account.of(rows.getString(2)), Kroner.of(rows.getLong(3)));
                    }
                    return frames;
                },
                scheme.value(),
                year);
    }

    private static CountyGovernorOfficeId office(ResultSet rows, int column) throws SQLException {
        return new CountyGovernorOfficeId(rows.getObject(column, UUID.class));
    }

    @Override
    public void add(List<Posting> postings) {
        var entries = new ArrayList<List<@Nullable Object>>();
        var lines = new ArrayList<List<Object>>();
        for (var posting : postings) {
            var id = UUID.randomUUID();
            entries.add(Arrays.<@Nullable Object>asList(
                    id,
                    posting.kind().code(),
                    posting.scheme().value(),
                    posting.year(),
                    posting.award().orElse(null),
                    posting.office().map(CountyGovernorOfficeId::value).orElse(null),
                    posting.source(),
                    posting.lines().size(),
                    posting.postedBy(),
                    posting.postedAt().truncatedTo(ChronoUnit.MICROS)));
            posting.lines().forEach(line -> lines.add(List.of(id, line.account().code(), line.amount())));
        }
        sql.updateEach("""
                insert into ledger_entry (id, kind, scheme_id, year, award_id, office_id, source, lines, posted_by, posted_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, entries);
        sql.updateEach("insert into ledger_line (entry_id, account, amount) values (?, ?, ?)", lines);
    }

    @Override
    public Map<Account, Kroner> balances(SchemeId scheme, Year year) {
        return sql.read(
                "select account, balance from ledger_balance where scheme_id = ? and year = ?",
                PostgresJournal::amounts,
                scheme.value(),
                year);
    }

    @Override
    public Map<Account, Kroner> sumsOfLines(SchemeId scheme, Year year) {
        return sql.read("""
                select l.account, sum(l.amount) from ledger_line l join ledger_entry e on e.id = l.entry_id
                where e.scheme_id = ? and e.year = ? group by l.account
                """, PostgresJournal::amounts, scheme.value(), year);
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
        return sql.read("""
                        select b.award_id, e.scheme_id, e.year, b.account, b.balance from ledger_award_balance b
                        join ledger_entry e on e.award_id = b.award_id and e.year = b.year and e.kind = 'awarded'
                        where b.award_id = ?
                        """, PostgresJournal::standings, award).stream().findAny();
    }

    @Override
    public Optional<AwardStanding> standing(UUID award, Year year) {
        return standing(award).map(own -> own.year().equals(year) ? own : inAnotherYear(own, year));
    }

    @Override
    public List<Year> years(UUID award) {
        return sql.list(
                "select distinct year from ledger_award_balance where award_id = ? order by year",
                row -> Year.of(row.getInt(1)),
                award);
    }

    private AwardStanding inAnotherYear(AwardStanding own, Year year) {
        return new AwardStanding(
                own.award(),
                own.scheme(),
                year,
                sql.read(
                        "select account, balance from ledger_award_balance where award_id = ? and year = ?",
                        PostgresJournal::amounts,
                        own.award(),
                        year));
    }

    @Override
    public List<AwardStanding> standings(SchemeId scheme, Year year) {
        return sql.read("""
                select b.award_id, e.scheme_id, e.year, b.account, b.balance from ledger_award_balance b
                join (select distinct award_id, scheme_id, year from ledger_entry
                      where scheme_id = ? and year = ? and award_id is not null) e using (award_id, year)
                order by b.award_id
                """, PostgresJournal::standings, scheme.value(), year);
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
        var entries = new StringBuilder("""
                select e.number, e.id, e.kind, e.scheme_id, e.year, e.award_id, e.office_id, e.source, e.posted_by, e.posted_at,
                       lines.accounts, lines.amounts
                from ledger_entry e cross join lateral (
                    select array_agg(l.account order by l.account) as accounts,
                           array_agg(l.amount order by l.account) as amounts
                    from ledger_line l where l.entry_id = e.id) lines
                where e.number > ?
                """);
        var arguments = new ArrayList<Object>(List.of(after));
        filter.scheme().ifPresent(scheme -> {
            entries.append(" and e.scheme_id = ?");
            arguments.add(scheme.value());
        });
        filter.year().ifPresent(year -> {
            entries.append(" and e.year = ?");
            arguments.add(year);
        });
        filter.award().ifPresent(award -> {
            entries.append(" and e.award_id = ?");
            arguments.add(award);
        });
        entries.append(" order by e.number limit ?");
        arguments.add(limit);
        return sql.list(entries.toString(), PostgresJournal::entry, arguments.toArray());
    }

    private static Entry entry(ResultSet rows) throws SQLException {
        var accounts = (String[]) rows.getArray(11).getArray();
        var amounts = (Long[]) rows.getArray(12).getArray();
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
                        Optional.ofNullable(rows.getObject(7, UUID.class)).map(CountyGovernorOfficeId::new),
                        rows.getString(8),
                        rows.getString(9),
                        rows.getObject(10, OffsetDateTime.class).toInstant(),
                        lines));
    }

    @Override
    public List<SchemeYear> schemeYears() {
        return sql.list(
                "select distinct scheme_id, year from ledger_entry order by year, scheme_id",
                row -> new SchemeYear(new SchemeId(row.getObject(1, UUID.class)), Year.of(row.getInt(2))));
    }
}
