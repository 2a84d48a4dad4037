package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
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
import no.opptrapping.platform.register.ConvertHeardFigures;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * An indicator's newest figures in the structure of a run. Figures that were published in another structure are converted
 * by the rules of the register, so that a run and the register have the same: quantities are summed and divided to whole
 * units of their last decimal, ratios averaged by their weights. A municipality has a figure only if everything that goes
 * into it is known; to an earlier structure only sums are taken, no estimates.
 */
@ApplicationScoped
class Figures {
    private final KnownIndicators indicators;
    private final KnownMunicipalities municipalities;

    Figures(KnownIndicators indicators, KnownMunicipalities municipalities) {
        this.indicators = indicators;
        this.municipalities = municipalities;
    }

    /**
     * What was used, the values by the numbers of the run's structure, and whether they should not have been.
     *
     * @param ratio whether they are ratios, which nobody may add up
     * @param missing whose unknown figures leave others of the run's structure without, as they were called
     * @param unheard whose successors have not been heard of (yet), as they were called
     */
    record Used(
            RunInputs.Indicator indicator,
            boolean ratio,
            Map<MunicipalityNumber, BigDecimal> values,
            List<String> missing,
            List<String> unheard,
            Optional<HeardIndicator.Withdrawal> withdrawal) {
        /** Those of the run's structure that have no value. */
        List<String> without(List<KnownMunicipality> valid) {
            return valid.stream()
                    .filter(one -> !values.containsKey(one.number()))
                    .map(Figures::called)
                    .toList();
        }

        /** Ratios times what is given, for those that have both: the sums behind them. */
        Used times(RunInputs.Indicator factor, Map<MunicipalityNumber, BigDecimal> factors) {
            var products = new HashMap<MunicipalityNumber, BigDecimal>();
            values.forEach((number, value) -> Optional.ofNullable(factors.get(number))
                    .ifPresent(one -> products.put(number, value.multiply(one))));
            return new Used(indicator.times(factor), false, products, missing, unheard, withdrawal);
        }
    }

    /** The newest figures of the code for the year; empty when nothing of the kind has been heard. */
    Optional<Used> of(String code, int year, LocalDate structure) {
        return indicators
                .nearest(code, Year.of(year), structure)
                .map(set -> set.structureDate().equals(structure)
                        ? used(set, set.values(), List.of(), List.of())
                        : converted(set, structure));
    }

    private Used converted(IndicatorSet set, LocalDate structure) {
        var heard = municipalities.structure();
        var populations = new HeardPopulations(set.weightedBy().orElse(HeardPopulations.POPULATION), indicators, heard);
        var convert = new ConvertHeardFigures(heard, populations);
        var figures = new ConvertHeardFigures.Heard(set.year(), set.structureDate(), set.values(), set.joint());
        var there = set.weightedBy().isPresent()
                ? convert.ratios(figures, structure)
                : convert.quantities(figures, structure);
        return used(set, there.values(), called(there.missing()), called(there.unheard()));
    }

    private static Used used(
            IndicatorSet set, Map<MunicipalityNumber, BigDecimal> values, List<String> missing, List<String> unheard) {
        return new Used(
                new RunInputs.Indicator(
                        set.code(),
                        set.year().getValue(),
                        set.structureDate().toString(),
                        set.version(),
                        set.unit(),
                        set.source()),
                set.weightedBy().isPresent(),
                values,
                missing,
                unheard,
                set.withdrawal());
    }

    private static List<String> called(List<KnownMunicipality> several) {
        return several.stream().map(Figures::called).toList();
    }

    private static String called(KnownMunicipality municipality) {
        return municipality.number() + " " + municipality.name();
    }
}
