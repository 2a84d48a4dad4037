package no.opptrapping.grant.known;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.register.ConvertHeardFigures;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One published version of an indicator's figures for a year, in the municipality structure of a date.
 *
 * @param version 1 for the first publication, growing by each correction
 * @param weightedBy of a ratio, and of nothing else: the indicator that municipalities are weighed by
 * @param unit what is counted, in the register's words, for example {@code persons}
 * @param source the public source and its licence, as the register names it
 * @param values one figure for each municipality that has one, exact; a municipality without a figure is absent
 * @param joint figures of several municipalities together
 * @param withdrawal why the version should not be used any more, if that is so
 */
public record IndicatorSet(
        String code,
        Year year,
        LocalDate structureDate,
        int version,
        Optional<String> weightedBy,
        String unit,
        String source,
        Map<MunicipalityNumber, BigDecimal> values,
        List<ConvertHeardFigures.Together> joint,
        Optional<HeardIndicator.Withdrawal> withdrawal) {
    public IndicatorSet {
        values = Map.copyOf(values);
        joint = List.copyOf(joint);
    }
}
