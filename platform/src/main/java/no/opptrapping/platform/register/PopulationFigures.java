package no.opptrapping.platform.register;

import java.time.Year;
import java.util.Map;
import java.util.SortedSet;
import no.opptrapping.platform.values.MunicipalityId;

/** How many people live in each municipality, for dividing figures where no better share is known. */
public interface PopulationFigures {
    /** The years that there are figures for. */
    SortedSet<Year> years();

    /** The people on 1 January of the year in each municipality that has a figure of its own. */
    Map<MunicipalityId, Long> on(Year year);
}
