package no.opptrapping.grant.assessment.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.assessment.AssessmentId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** Which assessments are of the applications of some hosts: from host to application to assessment, never through all. */
@ApplicationScoped
class PostgresAssessmentsOfHosts {
    private final PlainSql sql;

    PostgresAssessmentsOfHosts(PlainSql sql) {
        this.sql = sql;
    }

    List<AssessmentId> of(Set<MunicipalityId> hosts, @Nullable CallId call) {
        var ids = hosts.stream().map(MunicipalityId::value).toArray(UUID[]::new);
        return sql.list(
                """
                select s.id from unnest(?) as whose (one)
                cross join lateral (select id from application
                    where host_id = whose.one and call_id = coalesce(cast(? as uuid), call_id) offset 0) a
                cross join lateral (select id from assessment where application_id = a.id offset 0) s
                """, row -> new AssessmentId(row.getObject(1, UUID.class)), ids, call == null ? null : call.value());
    }
}
