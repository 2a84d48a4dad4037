package no.opptrapping.reporting.obligations.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.register.WrittenTakeovers;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.obligations.ReportId;

/** Rooms by the steps of their obligations; plain SQL, since the steps are compared where they stand, as JSON. */
@ApplicationScoped
class PostgresRooms {
    private static final String OTHERWISE_BORNE = """
            select distinct o.report_id from obligation o
            join unnest(?::uuid[], ?::text[]) as due (municipality, steps) on o.municipality_id = due.municipality
            where o.status <> 'cancelled' and due.steps <> %s
            order by o.report_id
            """.formatted(WrittenTakeovers.sql("o.takeovers -> 'steps'"));

    private final PlainSql sql;

    PostgresRooms(PlainSql sql) {
        this.sql = sql;
    }

    List<ReportId> otherwiseBorne(Map<MunicipalityId, List<Takeover>> stepsByMunicipality) {
        var municipalities = List.copyOf(stepsByMunicipality.keySet());
        return sql.list(
                OTHERWISE_BORNE,
                row -> new ReportId(row.getObject(1, UUID.class)),
                municipalities.stream().map(MunicipalityId::value).toArray(UUID[]::new),
                municipalities.stream()
                        .map(each -> WrittenTakeovers.of(stepsByMunicipality.getOrDefault(each, List.of())))
                        .toArray(String[]::new));
    }
}
