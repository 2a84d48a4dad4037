package no.opptrapping.grant.awards.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.FirstOfEach;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.register.WrittenTakeovers;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What of awards takes plain SQL: a function that numbers them, balances that no entity stands for, takeovers that are
 * compared where they stand as JSON, and a walk along an index.
 */
@ApplicationScoped
class PostgresAwards {
    private static final String OUTSTANDING = """
            select a.id from award a where a.municipality_id = any(?) and a.status not in ('annulled', 'lapsed')
                -- Of each award by itself, not through what is outstanding of everybody's.
                and (select true from ledger_award_balance b where b.award_id = a.id and b.balance > 0
                    and b.account in ('awarded-unpaid', 'paid-unreported') limit 1)
            order by a.reference limit ?
            """;

    private static final String OTHERWISE_HELD = """
            select a.id from award a join unnest(?::uuid[], ?::text[]) as due (recipient, steps)
                on a.municipality_id = due.recipient
            where a.status not in ('annulled', 'lapsed') and due.steps <> %s
            order by a.reference
            """.formatted(WrittenTakeovers.sql("a.takeovers"));

    /** From one recipient to the next in the index, not through all their awards. */
    private static final String RECIPIENTS = """
            with recursive recipient (id) as (
                (select municipality_id from award order by municipality_id limit 1)
                union all
                select (select a.municipality_id from award a where a.municipality_id > r.id
                    order by a.municipality_id limit 1)
                from recipient r where r.id is not null)
            select id from recipient where id is not null
            """;

    private final PlainSql sql;

    PostgresAwards(PlainSql sql) {
        this.sql = sql;
    }

    List<AwardId> outstanding(Set<MunicipalityId> recipients, int limit) {
        return sql.list(
                OUTSTANDING,
                PostgresAwards::id,
                recipients.stream().map(MunicipalityId::value).toArray(UUID[]::new),
                limit);
    }

    /** The first of the recipients' awards after the reference, and what the sharers share in: it is little, and unsorted. */
    Set<AwardId> seen(Awards.Filter filter, String afterReference, int limit) {
        var seen = new HashSet<AwardId>();
        new FirstOfEach("award", "municipality_id", "reference")
                .where("reference > ?", afterReference)
                .whereGiven("year = ?", filter.year())
                .whereGiven("scheme_id = ?", filter.scheme().map(SchemeId::value))
                .whereGiven("status = ?", filter.status().map(AwardStatus::code))
                .whereGiven("municipality_number = ?", filter.number().map(MunicipalityNumber::value))
                .of(filter.recipients().orElse(Set.of()), limit, sql)
                .forEach(id -> seen.add(new AwardId(id)));
        seen.addAll(sql.list(
                "select award_id from award_participant where municipality_id = any(?)", PostgresAwards::id, (Object)
                        filter.sharers().stream().map(MunicipalityId::value).toArray(UUID[]::new)));
        return seen;
    }

    List<AwardId> validOtherwiseHeld(Map<MunicipalityId, List<Takeover>> stepsByRecipient) {
        var recipients = List.copyOf(stepsByRecipient.keySet());
        return sql.list(
                OTHERWISE_HELD,
                PostgresAwards::id,
                recipients.stream().map(MunicipalityId::value).toArray(UUID[]::new),
                recipients.stream()
                        .map(recipient -> WrittenTakeovers.of(stepsByRecipient.getOrDefault(recipient, List.of())))
                        .toArray(String[]::new));
    }

    List<Awards.Unanswered> acceptableUntil(LocalDate day, Awards.Unanswered after, int limit) {
        return sql.list(
                """
                select a.id, a.accept_by from award a
                where a.status = 'awarded' and a.accept_by <= ? and (a.accept_by, a.id) > (?, ?)
                order by a.accept_by, a.id limit ?
                """,
                row -> new Awards.Unanswered(row.getObject(2, LocalDate.class), id(row)),
                day,
                after.acceptBy(),
                after.award().value(),
                limit);
    }

    List<AwardId> toRemindOf(LocalDate today, LocalDate last, int limit) {
        return sql.list("""
                select a.id from award a
                where a.status = 'awarded' and a.accept_by between ? and ? and a.decided_on < ?
                    and not exists (select from award_reminder r where r.award_id = a.id and r.accept_by = a.accept_by)
                order by a.accept_by, a.id limit ?
                """, PostgresAwards::id, today, last, today, limit);
    }

    boolean reminded(AwardId award, LocalDate acceptBy, Instant at) {
        return sql.update(
                        "insert into award_reminder (award_id, accept_by, at) values (?, ?, ?) on conflict do nothing",
                        award.value(),
                        acceptBy,
                        at)
                == 1;
    }

    Set<MunicipalityId> recipients() {
        return Set.copyOf(sql.list(RECIPIENTS, row -> new MunicipalityId(row.getObject(1, UUID.class))));
    }

    long takeNumbers(String chapter, String item, Year year, long howMany) {
        return sql.one("select award_take_numbers(?, ?, ?, ?)", row -> row.getLong(1), chapter, item, year, howMany);
    }

    private static AwardId id(ResultSet row) throws SQLException {
        return new AwardId(row.getObject(1, UUID.class));
    }
}
