package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.known.IndicatorSet;
import no.opptrapping.grant.known.KnownIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * An indicator's newest figures in the structure of a run. Figures that were published in the structure of their own
 * year are converted by lineage: those of merged municipalities are summed, those of split ones divided by the shares
 * of the people that moved (to twelve decimals).
 */
@ApplicationScoped
class Figures {
    private final KnownIndicators indicators;
    private final KnownMunicipalities municipalities;

    Figures(KnownIndicators indicators, KnownMunicipalities municipalities) {
        this.indicators = indicators;
        this.municipalities = municipalities;
    }

    /** What was used, the values by the numbers of the run's structure, and whether they should not have been. */
    record Used(
            RunInputs.Indicator indicator,
            Map<MunicipalityNumber, BigDecimal> values,
            Optional<HeardIndicator.Withdrawal> withdrawal) {}

    /** The newest figures of the code for 1 January of the year; empty when nothing of the kind has been heard. */
    Optional<Used> of(String code, int year, LocalDate structure, List<KnownMunicipality> valid) {
        var published = indicators.latest(code, Year.of(year), structure);
        if (published.isPresent()) {
            return published.map(set -> new Used(used(set), set.values(), set.withdrawal()));
        }
        return indicators
                .latest(code, Year.of(year), LocalDate.of(year, 1, 1))
                .map(set -> new Used(used(set), converted(set, structure, valid), set.withdrawal()));
    }

    private static RunInputs.Indicator used(IndicatorSet set) {
        return new RunInputs.Indicator(
                set.code(),
                set.year().getValue(),
                set.structureDate().toString(),
                set.version(),
                set.unit(),
                set.source());
    }

    private Map<MunicipalityNumber, BigDecimal> converted(
            IndicatorSet set, LocalDate structure, List<KnownMunicipality> valid) {
        var then = municipalities.validOn(set.structureDate());
        var numbers = new HashMap<Object, MunicipalityNumber>();
        valid.forEach(municipality -> numbers.put(municipality.id(), municipality.number()));
        var values = new HashMap<MunicipalityNumber, BigDecimal>();
        for (var municipality : then) {
            var value = set.values().get(municipality.number());
            if (value != null) {
                var same = numbers.get(municipality.id());
                if (same != null) {
                    values.merge(same, value, BigDecimal::add);
                } else {
                    municipalities.passedOn(municipality.id(), structure).forEach(passed -> {
                        var number = numbers.get(passed.municipalityId());
                        if (number != null) {
                            values.merge(number, part(value, passed.share()), BigDecimal::add);
                        }
                    });
                }
            }
        }
        return values;
    }

    private static BigDecimal part(BigDecimal value, BigDecimal share) {
        var part = value.multiply(share);
        return part.scale() > 12 ? part.setScale(12, RoundingMode.HALF_EVEN) : part;
    }
}
