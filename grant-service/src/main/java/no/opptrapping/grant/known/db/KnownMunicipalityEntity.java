package no.opptrapping.grant.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.kept.HeardRow;
import no.opptrapping.platform.values.MunicipalityId;

@Entity(name = HeardRow.ENTITY)
@Table(name = "known_municipality")
class KnownMunicipalityEntity extends HeardRow {
    @Id
    MunicipalityId id;

    @SuppressWarnings("NullAway.Init")
    protected KnownMunicipalityEntity() {}

    KnownMunicipalityEntity(HeardMunicipality heard) {
        super(heard);
        id = heard.municipalityId();
    }
}
