package no.opptrapping.municipality.registry.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.municipality.registry.Announcement;
import no.opptrapping.platform.values.MunicipalityId;

@Entity
@Table(name = "municipality_announcement")
class AnnouncementEntity {
    @Id
    @Column(name = "municipality_id")
    MunicipalityId municipality;

    long version;

    String fingerprint = "";

    @SuppressWarnings("NullAway.Init")
    protected AnnouncementEntity() {}

    AnnouncementEntity(MunicipalityId municipality) {
        this.municipality = municipality;
    }

    Announcement announcement() {
        return new Announcement(version, fingerprint);
    }
}
