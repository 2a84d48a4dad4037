package no.opptrapping.municipality.registry.rest;

import no.opptrapping.municipality.registry.County;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A county as part of a municipality. */
record NamedCounty(
        @Schema(pattern = "^[0-9]{2}$", maxLength = 2) String number,
        @Schema(maxLength = 200) String name) {
    static NamedCounty of(County county) {
        return new NamedCounty(county.number(), county.name());
    }
}
