package no.opptrapping.grant.payments.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.platform.database.PlainSql;

/** Who holds the awards that are paid; plain SQL, since the last takeover is read where it stands, as JSON. */
@ApplicationScoped
class PostgresHolders {
    private static final String OTHERS_THAN_PAYEES = """
            select p.id from payment p
            cross join lateral (select takeovers, municipality_id from award where id = p.award_id offset 0) a
            where p.status in ('ordered', 'approved')
                and p.payee_id <> coalesce((a.takeovers -> -1 ->> 'to')::uuid, a.municipality_id)
            order by p.award_reference, p.id
            """;

    private final PlainSql sql;

    PostgresHolders(PlainSql sql) {
        this.sql = sql;
    }

    List<PaymentId> othersThanPayees() {
        return sql.list(OTHERS_THAN_PAYEES, row -> new PaymentId(row.getObject(1, UUID.class)));
    }
}
