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
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.editions.Edition;
import no.opptrapping.grant.allocation.editions.Editions;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.Preliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.PaidPart;
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
                r.distributed, r.recipients,
                c.corrects, c.reason_nb, c.reason_nn, c.reason_en, c.paid_part, d.run_id,
                p.assumptions_nb, p.assumptions_nn, p.assumptions_en, p.published_by, p.published_at,
                p.outcome, p.followed_by, p.followed_at, f.run_id
            from (select id, adopted_at as at from allocation_run where adopted_at is not null
                union all select run_id, published_at from preliminary_run where published_at is not null) e
            join allocation_run r on r.id = e.id join scheme s on s.id = r.scheme_id
            left join run_correction c on c.run_id = e.id
            left join run_correction d on d.corrects = e.id and d.adopted_at is not null
            left join preliminary_run p on p.run_id = e.id
            left join lateral (select run_id from preliminary_run where followed_by = e.id
                order by published_at desc limit 1) f on true
            """;

    private final PlainSql sql;

    PostgresEditions(PlainSql sql) {
        this.sql = sql;
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
        return sql.list(
                READ + where + " order by e.at desc, e.id desc limit ?",
                PostgresEditions::edition,
                arguments.toArray());
    }

    @Override
    public Optional<Edition> of(RunId run) {
        return sql.first(READ + "where e.id = ?", PostgresEditions::edition, run.value());
    }

    private static Edition edition(ResultSet row) throws SQLException {
        var run = run(row, 1).orElseThrow();
        return new Edition(
                run,
                new SchemeId(row.getObject(2, UUID.class)),
                text(row, 3),
                Year.of(row.getInt(6)),
                moment(row, 7).orElseThrow(),
                Kroner.of(row.getLong(8)),
                Kroner.of(row.getLong(9)),
                row.getInt(10),
                correction(run, row),
                run(row, 16),
                preliminary(run, row),
                run(row, 25));
    }

    private static Optional<Correction> correction(RunId run, ResultSet row) throws SQLException {
        var corrects = run(row, 11);
        return corrects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Correction(
                        run,
                        corrects.get(),
                        text(row, 12),
                        PaidPart.valueOf(row.getString(15).toUpperCase(Locale.ROOT))));
    }

    private static Optional<Preliminary> preliminary(RunId run, ResultSet row) throws SQLException {
        var published = moment(row, 21);
        var followed = moment(row, 24);
        return published.isEmpty()
                ? Optional.empty()
                : Optional.of(new Preliminary(
                        run,
                        text(row, 17),
                        Optional.of(new AllocationRun.Adoption(row.getString(20), published.get())),
                        followed.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Preliminary.Following(
                                        Preliminary.Outcome.valueOf(
                                                row.getString(22).toUpperCase(Locale.ROOT)),
                                        run(row, 23).orElseThrow(),
                                        followed.get()))));
    }

    private static LocalisedText text(ResultSet row, int first) throws SQLException {
        return new LocalisedText(row.getString(first), row.getString(first + 1), row.getString(first + 2));
    }

    private static Optional<RunId> run(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(RunId::new);
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
