package no.opptrapping.platform.register;

import java.time.LocalDate;
import java.util.Collection;
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

    /**
     * The way between the municipalities of two days, forward or back.
     *
     * @param target the municipalities of the day that figures are wanted for
     */
    static Passage between(
            Descent descent,
            LocalDate from,
            LocalDate to,
            Collection<MunicipalityId> target,
            PopulationFigures populations) {
        return to.isBefore(from)
                ? new BackPassage(descent, target, to, from, populations)
                : new ForwardPassage(descent, to);
    }
}
