package no.opptrapping.grant.allocation.editions.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.editions.Edition;
import no.opptrapping.grant.allocation.editions.Editions;
import no.opptrapping.grant.allocation.runs.Corrections;
import no.opptrapping.grant.allocation.runs.Preliminaries;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** Editions as one walk along the adopted and the published runs, which two tables tell of. */
@ApplicationScoped
@Transactional
class PostgresEditions implements Editions {
    private static final String READ = """
            select r.id, r.scheme_id, s.name ->> 'nb', s.name ->> 'nn', s.name ->> 'en', r.year, e.at, r.budget,
                r.distributed, r.recipients
            from (select id, adopted_at as at from allocation_run where adopted_at is not null
                union all select run_id, published_at from preliminary_run where published_at is not null) e
            join allocation_run r on r.id = e.id join scheme s on s.id = r.scheme_id
            """;

    private final PlainSql sql;
    private final Corrections corrections;
    private final Preliminaries preliminaries;

    PostgresEditions(PlainSql sql, Corrections corrections, Preliminaries preliminaries) {
        this.sql = sql;
        this.corrections = corrections;
        this.preliminaries = preliminaries;
    }

    @Override
    public List<Edition> list(Optional<SchemeId> scheme, Optional<Year> year, Optional<Place> after, int limit) {
        var conditions = new ArrayList<String>();
        var arguments = new ArrayList<@Nullable Object>();
        scheme.ifPresent(one -> {
            conditions.add("r.scheme_id = ?");
            arguments.add(one.value());
        });
        year.ifPresent(one -> {
            conditions.add("r.year = ?");
            arguments.add(one);
        });
        after.ifPresent(place -> {
            conditions.add("(e.at, e.id) < (?, ?)");
            arguments.add(place.at());
            arguments.add(place.run());
        });
        arguments.add(limit);
        var where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return sql.list(READ + where + " order by e.at desc, e.id desc limit ?", Row::of, arguments.toArray()).stream()
                .map(this::edition)
                .toList();
    }

    @Override
    public Optional<Edition> of(RunId run) {
        return sql.first(READ + "where e.id = ?", Row::of, run.value()).map(this::edition);
    }

    private Edition edition(Row row) {
        var preliminary = preliminaries.of(row.run());
        return new Edition(
                row.run(),
                row.scheme(),
                row.schemeName(),
                row.year(),
                row.at(),
                row.budget(),
                row.sum(),
                row.recipients(),
                corrections.of(row.run()),
                corrections.correcting(row.run()).map(one -> one.run()),
                preliminary,
                preliminaries.followedBy(row.run()).map(one -> one.run()));
    }

    private record Row(
            RunId run,
            SchemeId scheme,
            LocalisedText schemeName,
            Year year,
            Instant at,
            Kroner budget,
            Kroner sum,
            int recipients) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new RunId(row.getObject(1, UUID.class)),
                    new SchemeId(row.getObject(2, UUID.class)),
                    new LocalisedText(row.getString(3), row.getString(4), row.getString(5)),
                    Year.of(row.getInt(6)),
                    row.getObject(7, OffsetDateTime.class).toInstant(),
                    Kroner.of(row.getLong(8)),
                    Kroner.of(row.getLong(9)),
                    row.getInt(10));
        }
    }
}
