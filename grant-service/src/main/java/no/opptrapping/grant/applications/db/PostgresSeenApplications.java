package no.opptrapping.grant.applications.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.database.FirstOfEach;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.MunicipalityId;

/** Which applications somebody who does not see all of them sees first: along the index of each host. */
@ApplicationScoped
class PostgresSeenApplications {
    private final PlainSql sql;

    PostgresSeenApplications(PlainSql sql) {
        this.sql = sql;
    }

    /** The first of the hosts' applications after the reference, and what the sharers share in: it is little, and unsorted. */
    Set<ApplicationId> of(Applications.Filter filter, String afterReference, int limit) {
        var seen = new HashSet<ApplicationId>();
        var ofHosts = new FirstOfEach("application", "host_id", "reference")
                .where("reference > ?", afterReference)
                .whereGiven("call_id = ?", Optional.ofNullable(filter.call()).map(CallId::value))
                .whereGiven("status = ?", Optional.ofNullable(filter.status()).map(ApplicationStatus::code));
        if (filter.withoutDrafts()) {
            ofHosts = ofHosts.where("status <> 'draft'");
        }
        ofHosts.of(Objects.requireNonNullElse(filter.hosts(), Set.of()), limit, sql)
                .forEach(id -> seen.add(new ApplicationId(id)));
        seen.addAll(sql.list(
                "select application_id from application_participant where municipality_id = any(?)",
                row -> new ApplicationId(row.getObject(1, UUID.class)),
                (Object) filter.sharers().stream().map(MunicipalityId::value).toArray(UUID[]::new)));
        return seen;
    }
}
