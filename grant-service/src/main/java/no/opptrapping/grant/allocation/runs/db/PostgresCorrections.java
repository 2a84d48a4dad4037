package no.opptrapping.grant.allocation.runs.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.Correction;
import no.opptrapping.grant.allocation.runs.Corrections;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.language.LocalisedText;

/** Corrections in PostgreSQL: which run corrects which is walked along, which no entity does. */
@ApplicationScoped
class PostgresCorrections implements Corrections {
    private static final String READ =
            "select run_id, corrects, reason_nb, reason_nn, reason_en, paid_part from run_correction ";

    private final PlainSql sql;

    PostgresCorrections(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Correction correction) {
        sql.update(
                """
                insert into run_correction (run_id, corrects, reason_nb, reason_nn, reason_en, paid_part)
                values (?, ?, ?, ?, ?, ?)
                """,
                correction.run().value(),
                correction.corrects().value(),
                correction.reason().nb(),
                correction.reason().nn(),
                correction.reason().en(),
                correction.paidPart().code());
    }

    @Override
    public Optional<Correction> of(RunId run) {
        return sql.first(READ + "where run_id = ?", PostgresCorrections::correction, run.value());
    }

    @Override
    public Optional<Correction> correcting(RunId corrected) {
        return sql.first(
                READ + "where corrects = ? and adopted_at is not null",
                PostgresCorrections::correction,
                corrected.value());
    }

    @Override
    public List<RunId> editions(RunId run) {
        return sql.list("""
                with recursive edition (id, age) as (
                    select cast(? as uuid), 0
                    union all
                    select c.corrects, e.age + 1 from edition e join run_correction c on c.run_id = e.id)
                select id from edition order by age
                """, row -> new RunId(row.getObject(1, UUID.class)), run.value());
    }

    @Override
    public void adopted(RunId run, Instant at) {
        sql.update("update run_correction set adopted_at = ? where run_id = ?", at, run.value());
    }

    private static Correction correction(ResultSet row) throws SQLException {
        return new Correction(
                new RunId(row.getObject(1, UUID.class)),
                new RunId(row.getObject(2, UUID.class)),
                new LocalisedText(row.getString(3), row.getString(4), row.getString(5)),
                PaidPart.valueOf(row.getString(6).toUpperCase(Locale.ROOT)));
    }
}
