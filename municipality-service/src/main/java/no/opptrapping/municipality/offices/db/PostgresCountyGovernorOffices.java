package no.opptrapping.municipality.offices.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.OptionalLong;
import no.opptrapping.municipality.offices.CountyGovernorOffice;
import no.opptrapping.municipality.offices.CountyGovernorOffices;
import no.opptrapping.platform.database.PlainSql;

/** Offices in PostgreSQL, each with its content as JSON: the database says whether it is another than before. */
@ApplicationScoped
@Transactional
class PostgresCountyGovernorOffices implements CountyGovernorOffices {
    private final PlainSql sql;
    private final ObjectMapper mapper;

    PostgresCountyGovernorOffices(PlainSql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public List<CountyGovernorOffice> all() {
        return sql.list("select content from county_governor_office order by id", row -> read(row.getString(1)));
    }

    @Override
    public OptionalLong keep(CountyGovernorOffice office) {
        return sql.first(
                        """
                        insert into county_governor_office as o (id, version, content) values (?, 1, ?::jsonb)
                        on conflict (id) do update set version = o.version + 1, content = excluded.content
                            where o.content <> excluded.content
                        returning version
                        """,
                        row -> OptionalLong.of(row.getLong(1)),
                        office.officeId().value(),
                        written(office))
                .orElse(OptionalLong.empty());
    }

    private CountyGovernorOffice read(String content) {
        try {
            return mapper.readValue(content, CountyGovernorOffice.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("An office that cannot be read", bug);
        }
    }

    private String written(CountyGovernorOffice office) {
        try {
            return mapper.writeValueAsString(office);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("An office that cannot be written", bug);
        }
    }
}
