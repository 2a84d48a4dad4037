package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.kept.HeardRow;
import no.opptrapping.platform.values.MunicipalityId;

@Entity(name = HeardRow.ENTITY)
@Table(name = "known_municipality")
class MunicipalityEntity extends HeardRow {
    @Id
    MunicipalityId municipalityId;

    long version;

    @SuppressWarnings("NullAway.Init")
    protected MunicipalityEntity() {}

    MunicipalityEntity(HeardMunicipality municipality, long version) {
        super(municipality);
        this.municipalityId = municipality.municipalityId();
        this.version = version;
    }
}
