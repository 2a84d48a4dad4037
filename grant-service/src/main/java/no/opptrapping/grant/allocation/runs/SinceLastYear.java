package no.opptrapping.grant.allocation.runs;

import java.util.List;
import java.util.function.Function;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Says in words what a run changes for a municipality since the run a year before; known to the rooms after this one. */
public interface SinceLastYear {
    /** A sentence or two for each municipality; nothing where there is no former run that can be compared with. */
    Function<MunicipalityNumber, List<LocalisedText>> of(ComputedRun run);
}
