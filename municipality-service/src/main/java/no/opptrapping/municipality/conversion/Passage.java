package no.opptrapping.municipality.conversion;

import java.util.List;
import no.opptrapping.platform.values.MunicipalityId;

/** The way from one municipality structure to another. */
@FunctionalInterface
public interface Passage {
    /**
     * Among whom a municipality's figure is divided; one portion if it is passed on whole. Weights of 0 in sum say
     * that nobody knows how to divide it.
     */
    List<Portion> portionsOf(MunicipalityId id);
}
