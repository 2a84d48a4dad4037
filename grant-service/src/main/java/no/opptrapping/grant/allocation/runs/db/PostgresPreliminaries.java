package no.opptrapping.grant.allocation.runs.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.Preliminaries;
import no.opptrapping.grant.allocation.runs.Preliminary;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;

/** Preliminary runs in PostgreSQL: a few columns beside the run, of which only steps are written. */
@ApplicationScoped
class PostgresPreliminaries implements Preliminaries {
    private static final String READ = """
            select p.run_id, p.assumptions_nb, p.assumptions_nn, p.assumptions_en, p.published_by, p.published_at,
                p.outcome, p.followed_by, p.followed_at
            from preliminary_run p
            """;

    private final PlainSql sql;

    PostgresPreliminaries(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Preliminary preliminary) {
        sql.update(
                "insert into preliminary_run (run_id, assumptions_nb, assumptions_nn, assumptions_en) values (?, ?, ?, ?)",
                preliminary.run().value(),
                preliminary.assumptions().nb(),
                preliminary.assumptions().nn(),
                preliminary.assumptions().en());
    }

    @Override
    public Optional<Preliminary> of(RunId run) {
        return sql.first(READ + "where p.run_id = ?", PostgresPreliminaries::preliminary, run.value());
    }

    @Override
    public void published(RunId run, AllocationRun.Adoption publication) {
        sql.update(
                "update preliminary_run set published_by = ?, published_at = ? where run_id = ?",
                publication.by(),
                publication.at(),
                run.value());
    }

    @Override
    public List<Preliminary> lockStanding(SchemeId scheme, Year year) {
        return sql.list(READ + """
                join allocation_run r on r.id = p.run_id
                where r.scheme_id = ? and r.year = ? and p.published_at is not null and p.followed_by is null
                order by p.published_at desc, p.run_id for no key update of p
                """, PostgresPreliminaries::preliminary, scheme.value(), year);
    }

    @Override
    public void followed(RunId run, Preliminary.Following following) {
        sql.update(
                "update preliminary_run set outcome = ?, followed_by = ?, followed_at = ? where run_id = ?",
                following.outcome().code(),
                following.by().value(),
                following.at(),
                run.value());
    }

    @Override
    public Optional<Preliminary> followedBy(RunId run) {
        return sql.first(
                READ + "where p.followed_by = ? order by p.published_at desc limit 1",
                PostgresPreliminaries::preliminary,
                run.value());
    }

    private static Preliminary preliminary(ResultSet row) throws SQLException {
        var published = row.getObject(6, OffsetDateTime.class);
        var followed = row.getObject(9, OffsetDateTime.class);
        return new Preliminary(
                new RunId(row.getObject(1, UUID.class)),
                new LocalisedText(row.getString(2), row.getString(3), row.getString(4)),
                published == null
                        ? Optional.empty()
                        : Optional.of(new AllocationRun.Adoption(row.getString(5), published.toInstant())),
                followed == null
                        ? Optional.empty()
                        : Optional.of(new Preliminary.Following(
                                Preliminary.Outcome.valueOf(row.getString(7).toUpperCase(Locale.ROOT)),
                                new RunId(row.getObject(8, UUID.class)),
                                followed.toInstant())));
    }
}
