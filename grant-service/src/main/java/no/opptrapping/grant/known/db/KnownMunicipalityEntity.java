package no.opptrapping.grant.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** One municipality as heard. */
@Entity
@Table(name = "known_municipality")
class KnownMunicipalityEntity {
    @Id
    MunicipalityId id;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    HeardMunicipality body;

    @SuppressWarnings("NullAway.Init")
    protected KnownMunicipalityEntity() {}

    KnownMunicipalityEntity(HeardMunicipality heard) {
        id = heard.municipalityId();
        body = heard;
    }
}
