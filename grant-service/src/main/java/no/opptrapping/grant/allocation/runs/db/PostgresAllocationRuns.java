package no.opptrapping.grant.allocation.runs.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** Runs in PostgreSQL, written with plain statements; that a run never changes stands in the table's own rules. */
@ApplicationScoped
class PostgresAllocationRuns implements AllocationRuns {
    private static final String HEADING = """
            id, name, scheme_id, year, made_by, made_at, input_hash, result_hash, budget, distributed, recipients,
            adopted_by, adopted_at
            """;
    private static final String COLUMNS = "select inputs, " + HEADING + " from allocation_run ";

    private final PlainSql sql;

    PostgresAllocationRuns(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(AllocationRun run) {
        sql.update(
                """
                insert into allocation_run (id, name, scheme_id, year, made_by, made_at, inputs, input_hash,
                  result_hash, budget, distributed, recipients)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                run.id().value(),
                run.name(),
                run.scheme().value(),
                run.year(),
                run.madeBy(),
                run.madeAt(),
                run.inputs(),
                run.inputHash(),
                run.resultHash(),
                run.budget(),
                run.sum(),
                run.recipients());
    }

    @Override
    public Optional<AllocationRun> find(RunId id) {
        return sql.first(COLUMNS + "where id = ?", PostgresAllocationRuns::run, id.value());
    }

    @Override
    public Optional<AllocationRun> lock(RunId id) {
        return sql.first(COLUMNS + "where id = ? for update", PostgresAllocationRuns::run, id.value());
    }

    @Override
    public void adopted(RunId id, AllocationRun.Adoption adoption) {
        sql.update(
                "update allocation_run set adopted_by = ?, adopted_at = ? where id = ?",
                adoption.by(),
                adoption.at(),
                id.value());
    }

    @Override
    public List<AllocationRun.Heading> list(Filter filter, Optional<Position> after, int limit) {
        var where = new ArrayList<String>();
        var arguments = new ArrayList<Object>();
        filter.scheme().ifPresent(scheme -> {
            where.add("scheme_id = ?");
            arguments.add(scheme.value());
        });
        filter.year().ifPresent(year -> {
            where.add("year = ?");
            arguments.add(year);
        });
        filter.adopted().ifPresent(adopted -> {
            where.add("(adopted_by is not null) = ?");
            arguments.add(adopted);
        });
        after.ifPresent(position -> {
            where.add("(made_at, id) < (?, ?)");
            arguments.add(position.madeAt());
            arguments.add(position.id().value());
        });
        arguments.add(limit);
        var condition = where.isEmpty() ? "" : "where " + String.join(" and ", where);
        return sql.list(
                "select " + HEADING + " from allocation_run " + condition + " order by made_at desc, id desc limit ?",
                PostgresAllocationRuns::heading,
                arguments.toArray());
    }

    @Override
    public List<AllocationRun> adoptedOf(SchemeId scheme, Year year, int most) {
        return sql.list(
                COLUMNS
                        + "where scheme_id = ? and year = ? and adopted_by is not null order by made_at desc, id desc limit ?",
                PostgresAllocationRuns::run,
                scheme.value(),
                year,
                most);
    }

    private static AllocationRun run(ResultSet row) throws SQLException {
        var heading = heading(row);
        return new AllocationRun(
                heading.id(),
                heading.name(),
                heading.scheme(),
                heading.year(),
                heading.madeBy(),
                heading.madeAt(),
                row.getString("inputs"),
                heading.inputHash(),
                heading.resultHash(),
                heading.budget(),
                heading.sum(),
                heading.recipients(),
                heading.adoption());
    }

    private static AllocationRun.Heading heading(ResultSet row) throws SQLException {
        return new AllocationRun.Heading(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new SchemeId(row.getObject("scheme_id", UUID.class)),
                Year.of(row.getInt("year")),
                row.getString("made_by"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("input_hash"),
                row.getString("result_hash"),
                Kroner.of(row.getLong("budget")),
                Kroner.of(row.getLong("distributed")),
                row.getInt("recipients"),
                adoption(row.getString("adopted_by"), row.getObject("adopted_at", OffsetDateTime.class)));
    }

    private static Optional<AllocationRun.Adoption> adoption(@Nullable String by, @Nullable OffsetDateTime at) {
        return by == null || at == null
                ? Optional.empty()
                : Optional.of(new AllocationRun.Adoption(by, at.toInstant()));
    }
}
