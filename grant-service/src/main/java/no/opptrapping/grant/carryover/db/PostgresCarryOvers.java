package no.opptrapping.grant.carryover.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.carryover.CarryOver;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.carryover.CarryOverTerms;
import no.opptrapping.grant.carryover.CarryOvers;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.FirstOfEach;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** Carry-overs in PostgreSQL, with plain statements: the rules stand in the tables' constraints and triggers as well. */
@ApplicationScoped
class PostgresCarryOvers implements CarryOvers {
    private static final String COLUMNS = """
            select id, award_id, scheme_id, from_year, recipient_id, version, unspent, claimed, free, by_application,
                opened_at, changed_at from carry_over
            """;

    private final PlainSql sql;

    PostgresCarryOvers(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<CarryOver> find(CarryOverId id) {
        return whole(sql.list(COLUMNS + "where id = ?", PostgresCarryOvers::bare, id.value())).stream()
                .findAny();
    }

    @Override
    public Optional<CarryOver> lock(CarryOverId id) {
        return whole(sql.list(COLUMNS + "where id = ? for update", PostgresCarryOvers::bare, id.value())).stream()
                .findAny();
    }

    @Override
    public void add(CarryOver one) {
        sql.update(
                """
                insert into carry_over (id, award_id, scheme_id, from_year, to_year, recipient_id, version, state, unspent,
                    carried, free, by_application, opened_at, changed_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                one.id().value(),
                one.award().value(),
                one.scheme().value(),
                one.from(),
                one.to(),
                one.recipient().value(),
                one.version(),
                one.state().code(),
                one.unspent(),
                one.carried(),
                one.terms().free(),
                one.terms().byApplication(),
                one.openedAt(),
                one.changedAt());
        addParts(one);
    }

    @Override
    public void update(CarryOver one) {
        sql.update(
                """
                update carry_over set version = ?, state = ?, unspent = ?, carried = ?, claimed = ?, free = ?,
                    by_application = ?, changed_at = ? where id = ?
                """,
                one.version(),
                one.state().code(),
                one.unspent(),
                one.carried(),
                one.claimed(),
                one.terms().free(),
                one.terms().byApplication(),
                one.changedAt(),
                one.id().value());
        addParts(one);
    }

    /** What a step is decided by comes before it. */
    private void addParts(CarryOver one) {
        sql.updateEach(
                """
                insert into carry_over_request (id, carry_over_id, number, kind, amount, unspent, reasons, made_by, made_at,
                    proposed_amount, proposal_reason, proposed_by, proposed_at, granted_amount, decision_reason, decided_by,
                    decided_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set proposed_amount = excluded.proposed_amount,
                    proposal_reason = excluded.proposal_reason, proposed_by = excluded.proposed_by,
                    proposed_at = excluded.proposed_at, granted_amount = excluded.granted_amount,
                    decision_reason = excluded.decision_reason, decided_by = excluded.decided_by,
                    decided_at = excluded.decided_at
                where carry_over_request.decided_by is null
                """, one.requests().stream().map(request -> row(one, request)).toList());
        sql.updateEach(
                """
                insert into carry_over_step (id, carry_over_id, number, cause, change, request_id, made_by, made_at)
                select * from (values (cast(? as uuid), cast(? as uuid), cast(? as integer), cast(? as text),
                    cast(? as bigint), cast(? as uuid), cast(? as text), cast(? as timestamptz))) as step (id)
                where not exists (select from carry_over_step s where s.id = step.id)
                """,
                one.steps().stream()
                        .map(step -> Arrays.<@Nullable Object>asList(
                                step.id(),
                                one.id().value(),
                                step.number(),
                                step.cause().code(),
                                step.change(),
                                step.request().orElse(null),
                                step.by(),
                                step.at()))
                        .toList());
    }

    private static List<@Nullable Object> row(CarryOver one, CarryOver.Request request) {
        var row = new ArrayList<@Nullable Object>(Arrays.asList(
                request.id(),
                one.id().value(),
                request.number(),
                request.kind().code(),
                request.amount(),
                request.unspent(),
                request.reasons(),
                request.by(),
                request.at()));
        row.addAll(words(request.proposal()));
        row.addAll(words(request.decision()));
        return row;
    }

    private static List<@Nullable Object> words(Optional<CarryOver.Word> word) {
        return Arrays.<@Nullable Object>asList(
                word.map(CarryOver.Word::amount).orElse(null),
                word.map(CarryOver.Word::reason).orElse(null),
                word.map(CarryOver.Word::by).orElse(null),
                word.map(CarryOver.Word::at).orElse(null));
    }

    @Override
    public List<CarryOver> list(Filter filter, Optional<Key> after, int limit) {
        var statement = new StringBuilder(COLUMNS).append("where true");
        var arguments = new ArrayList<Object>();
        filter.scheme().ifPresent(scheme -> {
            statement.append(" and scheme_id = ?");
            arguments.add(scheme.value());
        });
        filter.from().ifPresent(year -> {
            statement.append(" and from_year = ?");
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
            statement.append(" and id = any(?)");
            arguments.add(seen(some, filter, after, limit));
        });
        after.ifPresent(key -> {
            statement.append(" and (opened_at, id) > (?, ?)");
            arguments.add(key.openedAt());
            arguments.add(key.id().value());
        });
        statement.append(" order by opened_at, id limit ?");
        arguments.add(limit);
        return whole(sql.list(statement.toString(), PostgresCarryOvers::bare, arguments.toArray()));
    }

    /** The first of the recipients' cases, after the key. */
    private UUID[] seen(Set<MunicipalityId> recipients, Filter filter, Optional<Key> after, int limit) {
        var ofRecipients = new FirstOfEach("carry_over", "recipient_id", "opened_at, id")
                .whereGiven("scheme_id = ?", filter.scheme().map(SchemeId::value))
                .whereGiven("from_year = ?", filter.from())
                .whereGiven("award_id = ?", filter.award().map(AwardId::value))
                .whereGiven("state = ?", filter.state().map(CarryOver.State::code));
        if (after.isPresent()) {
            ofRecipients = ofRecipients.where(
                    "(opened_at, id) > (?, ?)",
                    after.get().openedAt(),
                    after.get().id().value());
        }
        return ofRecipients.of(recipients, limit, sql).toArray(UUID[]::new);
    }

    /** The same with their steps and requests, read at once for all of them. */
    private List<CarryOver> whole(List<CarryOver> bare) {
        if (bare.isEmpty()) {
            return bare;
        }
        var ids = bare.stream().map(one -> one.id().value()).toArray(UUID[]::new);
        var steps = steps(ids);
        var requests = requests(ids);
        return bare.stream()
                .map(one -> new CarryOver(
                        one.id(),
                        one.award(),
                        one.scheme(),
                        one.from(),
                        one.recipient(),
                        one.version(),
                        one.unspent(),
                        one.claimed(),
                        one.terms(),
                        steps.getOrDefault(one.id().value(), List.of()),
                        requests.getOrDefault(one.id().value(), List.of()),
                        one.openedAt(),
                        one.changedAt()))
                .toList();
    }

    private Map<UUID, List<CarryOver.Step>> steps(UUID[] ids) {
        return sql.read(
                """
                select carry_over_id, id, number, cause, change, request_id, made_by, made_at from carry_over_step
                where carry_over_id = any(?) order by carry_over_id, number
                """,
                rows -> {
                    var steps = new HashMap<UUID, List<CarryOver.Step>>();
                    while (rows.next()) {
                        steps.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(new CarryOver.Step(
                                        rows.getObject(2, UUID.class),
                                        rows.getInt(3),
                                        CarryOver.Cause.valueOf(
                                                rows.getString(4).toUpperCase(Locale.ROOT)),
                                        Kroner.of(rows.getLong(5)),
                                        Optional.ofNullable(rows.getObject(6, UUID.class)),
                                        rows.getString(7),
                                        instant(rows, 8)));
                    }
                    return steps;
                },
                (Object) ids);
    }

    private Map<UUID, List<CarryOver.Request>> requests(UUID[] ids) {
        return sql.read(
                """
                select carry_over_id, id, number, kind, amount, unspent, reasons, made_by, made_at, proposed_amount,
                    proposal_reason, proposed_by, proposed_at, granted_amount, decision_reason, decided_by, decided_at
                from carry_over_request where carry_over_id = any(?) order by carry_over_id, number
                """,
                rows -> {
                    var requests = new HashMap<UUID, List<CarryOver.Request>>();
                    while (rows.next()) {
                        requests.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(new CarryOver.Request(
                                        rows.getObject(2, UUID.class),
                                        rows.getInt(3),
                                        CarryOver.Kind.valueOf(rows.getString(4).toUpperCase(Locale.ROOT)),
                                        Kroner.of(rows.getLong(5)),
                                        Kroner.of(rows.getLong(6)),
                                        rows.getString(7),
                                        rows.getString(8),
                                        instant(rows, 9),
                                        word(rows, 10),
                                        word(rows, 14)));
                    }
                    return requests;
                },
                (Object) ids);
    }

    private static Optional<CarryOver.Word> word(ResultSet row, int first) throws SQLException {
        return row.getString(first + 2) == null
                ? Optional.empty()
                : Optional.of(new CarryOver.Word(
                        Kroner.of(row.getLong(first)),
                        row.getString(first + 1),
                        row.getString(first + 2),
                        instant(row, first + 3)));
    }

    private static CarryOver bare(ResultSet row) throws SQLException {
        return new CarryOver(
                new CarryOverId(row.getObject(1, UUID.class)),
                new AwardId(row.getObject(2, UUID.class)),
                new SchemeId(row.getObject(3, UUID.class)),
                Year.of(row.getInt(4)),
                new MunicipalityId(row.getObject(5, UUID.class)),
                row.getLong(6),
                Kroner.of(row.getLong(7)),
                Kroner.of(row.getLong(8)),
                new CarryOverTerms(Kroner.of(row.getLong(9)), row.getBoolean(10)),
                List.of(),
                List.of(),
                instant(row, 11),
                instant(row, 12));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
