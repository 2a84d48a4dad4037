package no.opptrapping.grant.claims.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.claims.BankCredit;
import no.opptrapping.grant.claims.BankCreditId;
import no.opptrapping.grant.claims.BankCredits;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.Ore;

/** What has come from the bank, in PostgreSQL. */
@ApplicationScoped
class PostgresBankCredits implements BankCredits {
    private static final String COLUMNS = """
            select c.id, c.line, c.reference, c.amount, c.booked_on, c.bank_reference, c.payer, c.read_by, c.read_at, c.aside,
                c.claim_id, c.surplus, (select coalesce(-sum(s.change), 0) from claim_step s
                    where s.credit_id = c.id and s.granted is distinct from false), c.closed_by, c.closed_at, c.closing_reason
            from bank_credit c
            """;

    private final PlainSql sql;

    PostgresBankCredits(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public boolean add(BankCredit credit) {
        return sql.update(
                        """
                insert into bank_credit (id, line, reference, amount, booked_on, bank_reference, payer, read_by, read_at, aside,
                    claim_id, surplus)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (line) do nothing
                """,
                        credit.id().value(),
                        credit.line(),
                        credit.reference(),
                        credit.amount().value(),
                        credit.bookedOn(),
                        credit.bankReference(),
                        credit.payer(),
                        credit.readBy(),
                        credit.readAt(),
                        credit.aside().map(BankCredit.Aside::code).orElse(null),
                        credit.claim().map(ClaimId::value).orElse(null),
                        credit.surplus().orElse(null))
                == 1;
    }

    @Override
    public Optional<BankCredit> find(BankCreditId id) {
        return sql.first(COLUMNS + "where c.id = ?", PostgresBankCredits::credit, id.value());
    }

    @Override
    public Optional<BankCredit> lock(BankCreditId id) {
        return sql.first(COLUMNS + "where c.id = ? for update of c", PostgresBankCredits::credit, id.value())
                // What is placed of it is read when nobody else can place more.
                .flatMap(_ -> find(id));
    }

    @Override
    public void close(BankCredit closed) {
        sql.update(
                "update bank_credit set closed_by = ?, closed_at = ?, closing_reason = ? where id = ?",
                closed.closing().map(BankCredit.Closing::by).orElse(null),
                closed.closing().map(BankCredit.Closing::at).orElse(null),
                closed.closing().map(BankCredit.Closing::reason).orElse(null),
                closed.id().value());
    }

    @Override
    public List<BankCredit> list(Optional<Boolean> aside, Optional<Key> after, int limit) {
        var statement = new StringBuilder(COLUMNS).append("where true");
        var arguments = new ArrayList<Object>();
        aside.ifPresent(wanted -> statement.append(
                wanted
                        ? " and c.aside is not null and c.closed_at is null"
                        : " and (c.aside is null or c.closed_at is not null)"));
        after.ifPresent(key -> {
            statement.append(" and (c.read_at, c.id) > (?, ?)");
            arguments.add(key.readAt());
            arguments.add(key.id().value());
        });
        statement.append(" order by c.read_at, c.id limit ?");
        arguments.add(limit);
        return sql.list(statement.toString(), PostgresBankCredits::credit, arguments.toArray());
    }

    private static BankCredit credit(ResultSet row) throws SQLException {
        return new BankCredit(
                new BankCreditId(row.getObject(1, UUID.class)),
                row.getString(2),
                row.getString(3),
                Ore.of(row.getLong(4)),
                row.getObject(5, LocalDate.class),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                instant(row, 9),
                Optional.ofNullable(row.getString(10)).map(BankCredit.Aside::of),
                Optional.ofNullable(row.getObject(11, UUID.class)).map(ClaimId::new),
                Optional.ofNullable(row.getObject(12, Long.class)).map(Kroner::of),
                Kroner.of(row.getLong(13)),
                row.getString(14) == null
                        ? Optional.empty()
                        : Optional.of(new BankCredit.Closing(row.getString(14), instant(row, 15), row.getString(16))));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
