package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "known_municipality")
class MunicipalityEntity {
    @Id
    MunicipalityId municipalityId;

    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    HeardMunicipality body;

    @SuppressWarnings("NullAway.Init")
    MunicipalityEntity() {}

    MunicipalityEntity(HeardMunicipality municipality, long version) {
        this.municipalityId = municipality.municipalityId();
        this.version = version;
        this.body = municipality;
    }
}
