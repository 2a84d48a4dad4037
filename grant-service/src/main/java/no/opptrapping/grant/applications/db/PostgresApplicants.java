package no.opptrapping.grant.applications.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.calls.Applicants;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** Hosts alone, without the applications that they host. */
@ApplicationScoped
class PostgresApplicants implements Applicants {
    private final PlainSql sql;

    PostgresApplicants(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public Set<MunicipalityId> thatBegan(CallId call) {
        return Set.copyOf(sql.list(
                "select distinct host_id from application where call_id = ? and status <> 'withdrawn'",
                row -> new MunicipalityId(row.getObject(1, UUID.class)),
                call.value()));
    }
}
