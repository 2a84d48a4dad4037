package no.opptrapping.municipality.sync;

import java.util.Optional;
import no.opptrapping.municipality.registry.NamesInLanguages;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.platform.values.MunicipalityId;

/** Where adopted names are kept. */
public interface KeptNames extends NamesInLanguages {
    Optional<OfficialNames> find(MunicipalityId municipality);

    /** Keeps the names instead of those that are kept. */
    void put(MunicipalityId municipality, OfficialNames names);

    /** Which state of the names this is; raised by every change. */
    long revision();
}
