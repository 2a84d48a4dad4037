package no.opptrapping.grant.letters.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.letters.Deliveries;
import no.opptrapping.grant.letters.LetterId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** How letters are delivered, each statement changing just what it says. */
@ApplicationScoped
class PostgresDeliveries implements Deliveries {
    private static final String OPEN = " where letter_id = ? and delivered_at is null";

    private final PlainSql sql;

    PostgresDeliveries(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public List<LetterId> due(Instant now, int limit) {
        return sql.list("""
                select letter_id from letter_receipt
                where delivered_at is null and failure is null and next_try <= ? order by next_try, letter_id limit ?
                """, row -> new LetterId(row.getObject(1, UUID.class)), now, limit);
    }

    @Override
    public Optional<Standing> lock(LetterId id) {
        return sql.first(
                "select channel, reference, attempts from letter_receipt" + OPEN + " and failure is null for update",
                row -> new Standing(id, row.getString(1), Optional.ofNullable(row.getString(2)), row.getInt(3)),
                id.value());
    }

    @Override
    public void onItsWay(LetterId id, String reference, Instant nextTry) {
        sql.update(
                "update letter_receipt set reference = ?, next_try = ?, attempts = 0" + OPEN,
                reference,
                nextTry,
                id.value());
    }

    @Override
    public void later(LetterId id, Instant nextTry, boolean failed) {
        sql.update(
                "update letter_receipt set next_try = ?, attempts = case when ? then attempts + 1 else attempts end"
                        + OPEN,
                nextTry,
                failed,
                id.value());
    }

    @Override
    public void givenUp(LetterId id, String why) {
        sql.update("update letter_receipt set failure = ?" + OPEN, why, id.value());
    }

    @Override
    public boolean again(LetterId id, String channel, Instant now) {
        return sql.update(
                        "update letter_receipt set channel = ?, reference = null, attempts = 0, failure = null, next_try = ?"
                                + OPEN,
                        channel,
                        now,
                        id.value())
                == 1;
    }

    @Override
    public Optional<String> channelOf(MunicipalityId municipality) {
        return sql.first(
                "select channel from letter_channel where municipality_id = ?",
                row -> row.getString(1),
                municipality.value());
    }

    @Override
    public void choose(Chosen chosen) {
        sql.update("""
                insert into letter_channel (municipality_id, channel, chosen_by, chosen_at) values (?, ?, ?, ?)
                on conflict (municipality_id) do update
                set channel = excluded.channel, chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at
                """, chosen.municipality().value(), chosen.channel(), chosen.by(), chosen.at());
    }
}
