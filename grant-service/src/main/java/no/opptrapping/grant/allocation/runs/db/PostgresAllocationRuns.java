package no.opptrapping.grant.allocation.runs.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
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

    private final DataSource database;

    PostgresAllocationRuns(DataSource database) {
        this.database = database;
    }

    @Override
    public void add(AllocationRun run) {
        update(
                """
                insert into allocation_run (id, name, scheme_id, year, made_by, made_at, inputs, input_hash,
                  result_hash, budget, distributed, recipients)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                List.of(
                        run.id().value(),
                        run.name(),
                        run.scheme().value(),
                        run.year().getValue(),
                        run.madeBy(),
                        run.madeAt().atOffset(ZoneOffset.UTC),
                        run.inputs(),
                        run.inputHash(),
                        run.resultHash(),
                        run.budget().value(),
                        run.sum().value(),
                        run.recipients()));
    }

    @Override
    public Optional<AllocationRun> find(RunId id) {
        return select(COLUMNS + "where id = ?", List.of(id.value())).stream().findFirst();
    }

    @Override
    public Optional<AllocationRun> lock(RunId id) {
        return select(COLUMNS + "where id = ? for update", List.of(id.value())).stream()
                .findFirst();
    }

    @Override
    public void adopted(RunId id, AllocationRun.Adoption adoption) {
        update(
                "update allocation_run set adopted_by = ?, adopted_at = ? where id = ?",
                List.of(adoption.by(), adoption.at().atOffset(ZoneOffset.UTC), id.value()));
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
            arguments.add(year.getValue());
        });
        filter.adopted().ifPresent(adopted -> {
            where.add("(adopted_by is not null) = ?");
            arguments.add(adopted);
        });
        after.ifPresent(position -> {
            where.add("(made_at, id) < (?, ?)");
            arguments.add(position.madeAt().atOffset(ZoneOffset.UTC));
            arguments.add(position.id().value());
        });
        arguments.add(limit);
        var condition = where.isEmpty() ? "" : "where " + String.join(" and ", where);
        return select(
                "select " + HEADING + " from allocation_run " + condition + " order by made_at desc, id desc limit ?",
                arguments,
                PostgresAllocationRuns::heading);
    }

    @Override
    public List<AllocationRun> adoptedOf(SchemeId scheme, Year year, int most) {
        return select(
                COLUMNS
                        + "where scheme_id = ? and year = ? and adopted_by is not null order by made_at desc, id desc limit ?",
                List.of(scheme.value(), year.getValue(), most));
    }

    private List<AllocationRun> select(String sql, List<?> arguments) {
        return select(sql, arguments, PostgresAllocationRuns::run);
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> select(String sql, List<?> arguments, Reading<T> reading) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            try (var rows = statement.executeQuery()) {
                var runs = new ArrayList<T>();
                while (rows.next()) {
                    runs.add(reading.of(rows));
                }
                return runs;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Allocation runs cannot be read", e);
        }
    }

    private void update(String sql, List<?> arguments) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.size(); i++) {
                statement.setObject(i + 1, arguments.get(i));
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The allocation run cannot be written", e);
        }
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
