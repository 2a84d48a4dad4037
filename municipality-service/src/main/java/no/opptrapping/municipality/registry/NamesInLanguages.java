package no.opptrapping.municipality.registry;

import java.util.Map;
import no.opptrapping.platform.values.MunicipalityId;

/** What municipalities are called in their official languages, for those who search and who tell the world of it. */
public interface NamesInLanguages {
    /** Of every municipality of which names have been adopted. */
    Map<MunicipalityId, OfficialNames> all();
}
