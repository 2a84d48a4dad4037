package no.opptrapping.municipality.registry.db;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.registry.Announcement;
import no.opptrapping.municipality.registry.Announcements;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
class PanacheAnnouncements implements Announcements, PanacheRepositoryBase<AnnouncementEntity, MunicipalityId> {
    @Override
    public Map<MunicipalityId, Announcement> all() {
        return streamAll().collect(toMap(row -> row.municipality, AnnouncementEntity::announcement));
    }

    @Override
    public Optional<Announcement> of(MunicipalityId municipality) {
        return findByIdOptional(municipality).map(AnnouncementEntity::announcement);
    }

    @Override
    public void keep(MunicipalityId municipality, Announcement announcement) {
        var row = findByIdOptional(municipality).orElseGet(() -> new AnnouncementEntity(municipality));
        row.version = announcement.version();
        row.fingerprint = announcement.fingerprint();
        persist(row);
    }
}
