package no.opptrapping.grant.claims.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The steps of claims. */
@ApplicationScoped
class PostgresClaimSteps {
    private final PlainSql sql;

    PostgresClaimSteps(PlainSql sql) {
        this.sql = sql;
    }

    /** Adds the claim's new steps, and what others have been answered. */
    void keep(Claim of) {
        sql.updateEach("""
                insert into claim_step (id, claim_id, number, kind, change, reason, on_day, by_two, made_by, made_at, granted,
                    answered_by, answered_at, answer_reason, credit_id, payment_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set granted = excluded.granted, answered_by = excluded.answered_by,
                    answered_at = excluded.answered_at, answer_reason = excluded.answer_reason,
                    payment_id = excluded.payment_id
                where claim_step.by_two and claim_step.granted is null
                """, of.steps().stream().map(step -> row(of, step)).toList());
    }

    private static List<@Nullable Object> row(Claim of, Claim.Step step) {
        return Arrays.<@Nullable Object>asList(
                step.id(),
                of.id().value(),
                step.number(),
                step.kind().code(),
                step.change(),
                step.reason(),
                step.on(),
                step.byTwo(),
                step.by(),
                step.at(),
                step.answer().map(Claim.Answer::granted).orElse(null),
                step.answer().map(Claim.Answer::by).orElse(null),
                step.answer().map(Claim.Answer::at).orElse(null),
                step.answer().flatMap(Claim.Answer::reason).orElse(null),
                step.credit().orElse(null),
                step.payment().orElse(null));
    }

    /** The steps of the claims, oldest first. */
    Map<UUID, List<Claim.Step>> of(UUID[] claims) {
        return sql.read(
                """
                select claim_id, id, number, kind, change, reason, on_day, by_two, made_by, made_at, granted, answered_by,
                    answered_at, answer_reason, credit_id, payment_id
                from claim_step where claim_id = any(?) order by claim_id, number
                """,
                rows -> {
                    var steps = new HashMap<UUID, List<Claim.Step>>();
                    while (rows.next()) {
                        steps.computeIfAbsent(rows.getObject(1, UUID.class), _ -> new ArrayList<>())
                                .add(step(rows));
                    }
                    return steps;
                },
                (Object) claims);
    }

    private static Claim.Step step(ResultSet row) throws SQLException {
        return new Claim.Step(
                row.getObject(2, UUID.class),
                row.getInt(3),
                Claim.StepKind.of(row.getString(4)),
                Kroner.of(row.getLong(5)),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getBoolean(8),
                row.getString(9),
                instant(row, 10),
                row.getString(12) == null
                        ? Optional.empty()
                        : Optional.of(new Claim.Answer(
                                row.getBoolean(11),
                                row.getString(12),
                                instant(row, 13),
                                Optional.ofNullable(row.getString(14)))),
                Optional.ofNullable(row.getObject(15, UUID.class)),
                Optional.ofNullable(row.getObject(16, UUID.class)));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
