package no.opptrapping.municipality.sync;

import java.util.Map;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The Mapping Authority's list of the municipalities of today (<i>kommuneinfo</i>). */
public interface NamesOfMunicipalities {
    /**
     * The names of every municipality.
     *
     * @throws SourceFault if it cannot be read
     */
    Map<MunicipalityNumber, OfficialNames> all() throws SourceFault;
}
