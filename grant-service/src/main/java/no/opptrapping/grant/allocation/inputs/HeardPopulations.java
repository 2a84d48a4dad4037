package no.opptrapping.grant.allocation.inputs;

import java.math.RoundingMode;
import java.time.Year;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import no.opptrapping.grant.known.KnownIndicators;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;

/** The populations that figures are divided and weighed by, as they have been heard. */
final class HeardPopulations implements PopulationFigures {
    static final String POPULATION = "population";

    private final String code;
    private final KnownIndicators indicators;
    private final Structure heard;

    HeardPopulations(String code, KnownIndicators indicators, Structure heard) {
        this.code = code;
        this.indicators = indicators;
        this.heard = heard;
    }

    @Override
    public SortedSet<Year> years() {
        return indicators.years(code);
    }

    @Override
    public Map<MunicipalityId, Long> on(Year year) {
        var people = new HashMap<MunicipalityId, Long>();
        indicators
                .latest(code, year, year.atDay(1))
                .ifPresent(set -> heard.validOn(year.atDay(1))
                        .forEach(one -> Optional.ofNullable(set.values().get(one.number()))
                                .ifPresent(value -> people.put(
                                        one.id(),
                                        value.setScale(0, RoundingMode.HALF_EVEN)
                                                .longValueExact()))));
        return people;
    }
}
