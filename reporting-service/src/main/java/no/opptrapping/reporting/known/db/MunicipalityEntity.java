package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownMunicipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "known_municipality")
class MunicipalityEntity {
    @Id
    UUID municipalityId;

    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    KnownMunicipality body;

    @SuppressWarnings("NullAway.Init")
    MunicipalityEntity() {}

    MunicipalityEntity(KnownMunicipality municipality, long version) {
        this.municipalityId = municipality.municipalityId().value();
        this.version = version;
        this.body = municipality;
    }
}
