package no.opptrapping.municipality.registry;

import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

/** What was last told of each municipality. */
public interface Announcements {
    Map<MunicipalityId, Announcement> all();

    Optional<Announcement> of(MunicipalityId municipality);

    void keep(MunicipalityId municipality, Announcement announcement);
}
