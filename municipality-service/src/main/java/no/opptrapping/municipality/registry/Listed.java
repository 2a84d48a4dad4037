package no.opptrapping.municipality.registry;

import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A municipality as it stands in the list of a date: with the version that is valid then. */
public record Listed(Municipality municipality, MunicipalityVersion version) {
    public MunicipalityId id() {
        return municipality.id();
    }

    public MunicipalityNumber number() {
        return version.number();
    }

    public String name() {
        return version.name();
    }
}
