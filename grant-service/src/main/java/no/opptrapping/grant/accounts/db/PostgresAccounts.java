package no.opptrapping.grant.accounts.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.accounts.AccountStanding;
import no.opptrapping.grant.accounts.AccountStatus;
import no.opptrapping.grant.accounts.Accounts;
import no.opptrapping.grant.accounts.AwardAccount;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;

/** The accounts in PostgreSQL, in plain SQL: the first row of an award is written by the database when it is accepted. */
@ApplicationScoped
class PostgresAccounts implements Accounts {
    private static final String COLUMNS = """
            select award_id, number, account_number, holder_id, stated_by, stated_for, stated_at, needs_approval, status,
                decided_by, decided_at, decided_reason
            from award_account
            """;

    private final PlainSql sql;

    PostgresAccounts(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(AwardAccount account) {
        sql.update(
                """
                insert into award_account (award_id, number, account_number, holder_id, stated_by, stated_for, stated_at,
                    needs_approval, status)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                account.award().value(),
                account.number(),
                account.account().value(),
                account.holder().value(),
                account.statedBy(),
                account.statedFor().value(),
                account.statedAt(),
                account.needsApproval(),
                account.status().code());
    }

    @Override
    public void update(AwardAccount changed) {
        sql.update(
                """
                update award_account set status = ?, decided_by = ?, decided_at = ?, decided_reason = ?
                where award_id = ? and number = ?
                """,
                changed.status().code(),
                changed.decision().map(AwardAccount.Decision::by).orElse(null),
                changed.decision().map(AwardAccount.Decision::at).orElse(null),
                changed.decision().flatMap(AwardAccount.Decision::reason).orElse(null),
                changed.award().value(),
                changed.number());
    }

    @Override
    public List<AwardAccount> of(AwardId award, int after, int limit) {
        return sql.list(
                COLUMNS + "where award_id = ? and number > ? order by number limit ?",
                PostgresAccounts::account,
                award.value(),
                after,
                limit);
    }

    @Override
    public AccountStanding standing(AwardId award) {
        return standings(List.of(award)).getOrDefault(award, AccountStanding.NONE);
    }

    @Override
    public Map<AwardId, AccountStanding> standings(Collection<AwardId> awards) {
        return sql
                .list(
                        COLUMNS + "where award_id = any(?) and status in ('in-force', 'waiting')",
                        PostgresAccounts::account,
                        (Object) awards.stream().map(AwardId::value).toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        AwardAccount::award, Collectors.collectingAndThen(Collectors.toList(), AccountStanding::of)));
    }

    @Override
    public int lastNumber(AwardId award) {
        return sql.one(
                "select coalesce(max(number), 0) from award_account where award_id = ?",
                row -> row.getInt(1),
                award.value());
    }

    private static AwardAccount account(ResultSet row) throws SQLException {
        return new AwardAccount(
                new AwardId(row.getObject("award_id", UUID.class)),
                row.getInt("number"),
                new AccountNumber(row.getString("account_number")),
                new MunicipalityId(row.getObject("holder_id", UUID.class)),
                row.getString("stated_by"),
                new OrganisationNumber(row.getString("stated_for")),
                instant(row, "stated_at"),
                row.getBoolean("needs_approval"),
                AccountStatus.valueOf(
                        row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getString("decided_by") == null
                        ? Optional.empty()
                        : Optional.of(new AwardAccount.Decision(
                                row.getString("decided_by"),
                                instant(row, "decided_at"),
                                Optional.ofNullable(row.getString("decided_reason")))));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
