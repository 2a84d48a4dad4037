package no.opptrapping.grant.calls.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.calls.CallCeilings;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Ceilings in PostgreSQL, with plain statements: some hundred small rows that are written and read together. */
@ApplicationScoped
class PostgresCallCeilings implements CallCeilings {
    private final PlainSql sql;

    PostgresCallCeilings(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Told> find(CallId call) {
        return sql.first(
                "select run_id, run_made_by, more_may_be_asked, told_by, told_at from call_ceilings where call_id = ?",
                row -> new Told(
                        call,
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                call.value());
    }

    @Override
    public void tell(Told told, List<Ceiling> ceilings) {
        sql.update("delete from call_ceilings where call_id = ?", told.call().value());
        sql.update(
                """
                insert into call_ceilings (call_id, run_id, run_made_by, more_may_be_asked, told_by, told_at)
                values (?, ?, ?, ?, ?, ?)
                """,
                told.call().value(),
                told.run(),
                told.runMadeBy(),
                told.moreMayBeAsked(),
                told.by(),
                told.at().atOffset(ZoneOffset.UTC));
        sql.updateEach(
                "insert into call_ceiling (call_id, municipality_id, number, amount) values (?, ?, ?, ?)",
                ceilings.stream()
                        .map(one -> List.of(
                                told.call().value(),
                                one.municipality().value(),
                                one.number().value(),
                                one.amount().value()))
                        .toList());
    }

    @Override
    public Kroner of(CallId call, Set<MunicipalityId> municipalities) {
        return sql.one(
                """
                select coalesce(sum(amount), 0) from call_ceiling
                where call_id = ? and municipality_id = any (string_to_array(?, ',')::uuid[])
                """,
                row -> Kroner.of(row.getLong(1)),
                call.value(),
                String.join(
                        ",",
                        municipalities.stream()
                                .map(one -> one.value().toString())
                                .toList()));
    }

    @Override
    public List<Ceiling> list(CallId call, Optional<MunicipalityNumber> after, int limit) {
        return sql.list(
                """
                select municipality_id, number, amount from call_ceiling where call_id = ? and number > ?
                order by number limit ?
                """,
                row -> new Ceiling(
                        new MunicipalityId(row.getObject(1, UUID.class)),
                        new MunicipalityNumber(row.getString(2)),
                        Kroner.of(row.getLong(3))),
                call.value(),
                after.map(MunicipalityNumber::value).orElse(""),
                limit);
    }
}
