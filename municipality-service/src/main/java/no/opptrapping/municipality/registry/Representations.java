package no.opptrapping.municipality.registry;

import java.util.Map;
import no.opptrapping.platform.values.MunicipalityId;

/** How municipalities are represented, for those who tell the world of it. */
public interface Representations {
    /** Of every municipality of which something has been entered. */
    Map<MunicipalityId, Representation> all();
}
