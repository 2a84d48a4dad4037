package no.opptrapping.municipality.representation.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** How a municipality is represented, as one document. */
@Entity
@Table(name = "representation")
class RepresentationEntity {
    @Id
    @Column(name = "municipality_id")
    MunicipalityId municipality;

    long version;

    @JdbcTypeCode(SqlTypes.JSON)
    Representation body;

    @SuppressWarnings("NullAway.Init")
    protected RepresentationEntity() {}

    RepresentationEntity(MunicipalityId municipality, Representation body) {
        this.municipality = municipality;
        this.body = body;
    }
}
