package no.opptrapping.municipality.registry.kafka;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.platform.values.MunicipalityId;

/** What was last told of a municipality. */
@Entity
@Table(name = "municipality_announcement")
class MunicipalityAnnouncementEntity {
    @Id
    @Column(name = "municipality_id")
    MunicipalityId municipality;

    long version;

    String fingerprint = "";

    @SuppressWarnings("NullAway.Init")
    protected MunicipalityAnnouncementEntity() {}

    MunicipalityAnnouncementEntity(MunicipalityId municipality) {
        this.municipality = municipality;
    }
}
