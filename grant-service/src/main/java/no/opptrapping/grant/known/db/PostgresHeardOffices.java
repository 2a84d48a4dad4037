package no.opptrapping.grant.known.db;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import no.opptrapping.grant.known.HeardOffice;
import no.opptrapping.grant.known.HeardOffices;
import no.opptrapping.platform.database.PlainSql;

/** Some twenty offices, each kept as it was told. */
@ApplicationScoped
class PostgresHeardOffices implements HeardOffices {
    private final PlainSql sql;
    private final ObjectMapper mapper;

    PostgresHeardOffices(PlainSql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    @Override
    public void keep(HeardOffice heard) {
        try {
            sql.update("""
                    insert into known_county_governor_office (id, body) values (?, ?::jsonb)
                    on conflict (id) do update set body = excluded.body
                    """, heard.officeId().value(), mapper.writeValueAsString(heard));
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("An office that cannot be written", bug);
        }
    }

    @Override
    public List<HeardOffice> all() {
        return sql.list("select body from known_county_governor_office", row -> read(row.getString(1)));
    }

    private HeardOffice read(String body) {
        try {
            return mapper.readValue(body, HeardOffice.class);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("An office that cannot be read", bug);
        }
    }
}
