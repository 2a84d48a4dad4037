package no.opptrapping.municipality.representation;

import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.registry.Representations;
import no.opptrapping.platform.values.MunicipalityId;

/** Where it is kept how municipalities are represented. */
public interface KeptRepresentations extends Representations {
    /** How the municipality is represented, and the version of that; 0 before anything has been entered. */
    Kept find(MunicipalityId municipality);

    /** Keeps it in place of what was entered before, as the next version. */
    Kept keep(MunicipalityId municipality, Representation representation);

    /** What is kept. */
    record Kept(Representation representation, long version) {}
}
