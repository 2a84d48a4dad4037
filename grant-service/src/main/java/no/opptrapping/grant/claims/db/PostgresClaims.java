package no.opptrapping.grant.claims.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.grant.claims.Claims;
import no.opptrapping.grant.schemerules.SchemeRecovery;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kid;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Claims in PostgreSQL, with plain statements: the rules stand in the tables' constraints and triggers as well. */
@ApplicationScoped
class PostgresClaims implements Claims {
    private static final String COLUMNS = """
            select id, number, kid, award_id, scheme_id, year, recipient_id, version, cause, state, found, grounds, raised_by,
                proposed_amount, proposal_reason, proposed_by, proposed_at, decided_amount, decision_reason, decision_answer,
                decided_by, decided_at, due_on, reminded_at, opened_at, changed_at from claim
            """;
    private static final String TOLD = """
            (state in ('notified', 'claimed', 'overdue', 'settled') or exists (select from prior_notice n
                where n.kind = 'recovery' and n.subject_id = claim.id))
            """;

    private final PlainSql sql;
    private final PostgresClaimSteps steps;

    PostgresClaims(PlainSql sql, PostgresClaimSteps steps) {
        this.sql = sql;
        this.steps = steps;
    }

    @Override
    public long takeNumber() {
        return sql.one("select nextval('claim_number')", row -> row.getLong(1));
    }

    @Override
    public Optional<Claim> find(ClaimId id) {
        return one(COLUMNS + "where id = ?", id.value());
    }

    @Override
    public Optional<Claim> find(Kid kid) {
        return one(COLUMNS + "where kid = ?", kid.value());
    }

    @Override
    public Optional<Claim> lock(ClaimId id) {
        return one(COLUMNS + "where id = ? for update", id.value());
    }

    @Override
    public List<Claim> lockOf(AwardId award, Year year) {
        return whole(sql.list(
                COLUMNS + "where award_id = ? and year = ? order by opened_at, id for update",
                PostgresClaims::bare,
                award.value(),
                year));
    }

    @Override
    public boolean isTold(ClaimId id) {
        return sql.one(
                "select exists (select from claim where id = ? and " + TOLD + ")",
                row -> row.getBoolean(1),
                id.value());
    }

    @Override
    public void add(Claim one) {
        sql.update(
                """
                insert into claim (id, number, kid, award_id, scheme_id, year, recipient_id, version, cause, state, found,
                    grounds, raised_by, opened_at, changed_at, outstanding)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """,
                one.id().value(),
                one.number(),
                one.kid().value(),
                one.award().value(),
                one.scheme().value(),
                one.year(),
                one.recipient().value(),
                one.version(),
                one.cause().code(),
                one.state().code(),
                one.found(),
                one.grounds(),
                one.raisedBy(),
                one.openedAt(),
                one.changedAt());
    }

    @Override
    public void update(Claim one) {
        var word = one.proposal();
        var decision = one.decision();
        sql.update(
                """
                update claim set version = ?, state = ?, found = ?, changed_at = ?, outstanding = ?, proposed_amount = ?,
                    proposal_reason = ?, proposed_by = ?, proposed_at = ?, decided_amount = ?, decision_reason = ?,
                    decision_answer = ?, decided_by = ?, decided_at = ?, due_on = ?, reminded_at = ? where id = ?
                """,
                one.version(),
                one.state().code(),
                one.found(),
                one.changedAt(),
                one.outstanding(),
                word.map(Claim.Word::amount).orElse(null),
                word.map(Claim.Word::reason).orElse(null),
                word.map(Claim.Word::by).orElse(null),
                word.map(Claim.Word::at).orElse(null),
                decision.map(Claim.Decision::amount).orElse(null),
                decision.map(Claim.Decision::reason).orElse(null),
                decision.flatMap(Claim.Decision::answer).orElse(null),
                decision.map(Claim.Decision::by).orElse(null),
                decision.map(Claim.Decision::at).orElse(null),
                one.dueOn().orElse(null),
                one.remindedAt().orElse(null),
                one.id().value());
        steps.keep(one);
    }

    @Override
    public List<Claim> list(Filter filter, Optional<Key> after, int limit) {
        var statement = new StringBuilder(COLUMNS).append("where true");
        var arguments = new ArrayList<Object>();
        filter.scheme().ifPresent(scheme -> {
            statement.append(" and scheme_id = ?");
            arguments.add(scheme.value());
        });
        filter.year().ifPresent(year -> {
            statement.append(" and year = ?");
            arguments.add(year);
        });
        filter.award().ifPresent(award -> {
            statement.append(" and award_id = ?");
            arguments.add(award.value());
        });
        filter.state().ifPresent(state -> {
            statement.append(" and state = ?");
            arguments.add(state.code());
        });
        filter.recipients().ifPresent(some -> {
            statement.append(" and recipient_id = any(?)");
            arguments.add(some.stream().map(MunicipalityId::value).toArray(UUID[]::new));
        });
        if (filter.told()) {
            statement.append(" and ").append(TOLD);
        }
        after.ifPresent(key -> {
            statement.append(" and (opened_at, id) > (?, ?)");
            arguments.add(key.openedAt());
            arguments.add(key.id().value());
        });
        statement.append(" order by opened_at, id limit ?");
        arguments.add(limit);
        return whole(sql.list(statement.toString(), PostgresClaims::bare, arguments.toArray()));
    }

    @Override
    public List<ClaimId> dueBefore(LocalDate day, int limit) {
        return sql.list(
                "select id from claim where state = 'claimed' and due_on < ? order by due_on, id limit ?",
                row -> new ClaimId(row.getObject(1, UUID.class)),
                day,
                limit);
    }

    @Override
    public List<CarryOverId> leftUncarried(Instant now, int limit) {
        return sql.list(
                """
                select c.id from carry_over c join award a on a.id = c.award_id
                join scheme_version v on v.scheme_id = a.scheme_id and v.number = a.scheme_version
                where c.state in ('settled', 'open') and (c.state = 'settled' or c.state = 'open'
                        and (c.changed_at at time zone 'Europe/Oslo')::date
                            + coalesce((v.rules -> 'recovery' ->> 'carryOverDays')::integer, ?)
                            < (cast(? as timestamptz) at time zone 'Europe/Oslo')::date)
                    and c.unspent - c.carried - c.claimed > 0
                    and c.unspent - c.carried - c.claimed > coalesce((select sum(greatest(k.found - k.decided_amount, 0))
                        from claim k where k.award_id = c.award_id and k.year = c.from_year and k.cause = 'unspent'), 0)
                    and not exists (select from claim k where k.award_id = c.award_id and k.year = c.from_year
                        and k.cause = 'unspent'
                        and k.state in ('draft', 'proposed', 'notified'))
                order by c.changed_at, c.id limit ?
                """,
                row -> new CarryOverId(row.getObject(1, UUID.class)),
                SchemeRecovery.USUAL.carryOverDays(),
                now,
                limit);
    }

    private Optional<Claim> one(String statement, Object... arguments) {
        return whole(sql.list(statement, PostgresClaims::bare, arguments)).stream()
                .findAny();
    }

    /** The same with their steps, read at once for all of them. */
    private List<Claim> whole(List<Claim> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var all = steps.of(bare.stream().map(one -> one.id().value()).toArray(UUID[]::new));
        return bare.stream()
                .map(one -> new Claim(
                        one.id(),
                        one.number(),
                        one.kid(),
                        one.award(),
                        one.scheme(),
                        one.year(),
                        one.recipient(),
                        one.version(),
                        one.cause(),
                        one.state(),
                        one.found(),
                        one.grounds(),
                        one.raisedBy(),
                        one.proposal(),
                        one.decision(),
                        one.remindedAt(),
                        all.getOrDefault(one.id().value(), List.of()),
                        one.openedAt(),
                        one.changedAt()))
                .toList();
    }

    private static Claim bare(ResultSet row) throws SQLException {
        return new Claim(
                new ClaimId(row.getObject(1, UUID.class)),
                row.getLong(2),
                new Kid(row.getString(3)),
                new AwardId(row.getObject(4, UUID.class)),
                new SchemeId(row.getObject(5, UUID.class)),
                Year.of(row.getInt(6)),
                new MunicipalityId(row.getObject(7, UUID.class)),
                row.getLong(8),
                Claim.Cause.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                Claim.State.valueOf(row.getString(10).toUpperCase(Locale.ROOT)),
                Kroner.of(row.getLong(11)),
                row.getString(12),
                row.getString(13),
                row.getString(16) == null
                        ? Optional.empty()
                        : Optional.of(new Claim.Word(
                                Kroner.of(row.getLong(14)), row.getString(15), row.getString(16), instant(row, 17))),
                row.getString(21) == null ? Optional.empty() : Optional.of(decision(row)),
                Optional.ofNullable(row.getObject(24, OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                List.of(),
                instant(row, 25),
                instant(row, 26));
    }

    private static Claim.Decision decision(ResultSet row) throws SQLException {
        return new Claim.Decision(
                Kroner.of(row.getLong(18)),
                row.getString(19),
                Optional.ofNullable(row.getString(20)),
                row.getString(21),
                instant(row, 22),
                Optional.ofNullable(row.getObject(23, LocalDate.class)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
