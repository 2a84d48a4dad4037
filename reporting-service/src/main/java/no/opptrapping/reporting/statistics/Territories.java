package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;

/** Puts together a structure from what is known of municipalities and indicators. */
@ApplicationScoped
class Territories {
    private final KnownIndicators indicators;

    Territories(KnownIndicators indicators) {
        this.indicators = indicators;
    }

    /**
     * The territory on the structure date, with the population of 1 January of the year, or, where that is not known in
     * this structure, of the newest year that is.
     */
    Territory of(Structure structure, Year year, LocalDate structureDate) {
        var register = LocalDate.of(structureDate.getYear(), 1, 1);
        var population = indicators
                .find(KnownIndicator.POPULATION, year, register)
                .or(() -> indicators.newest(KnownIndicator.POPULATION, register));
        return new Territory(
                structureDate,
                population.map(KnownIndicator::year),
                structure.validOn(structureDate),
                population.map(Territories::figures).orElse(Map.of()),
                population.map(KnownIndicator::jointly).orElse(List.of()),
                classes(indicators.newest(KnownIndicator.KOSTRA_GROUP, register)),
                classes(indicators.newest(KnownIndicator.HEALTH_REGION, register)));
    }

    private static Map<MunicipalityNumber, BigDecimal> figures(KnownIndicator indicator) {
        return indicator.values().stream()
                .collect(Collectors.toMap(KnownIndicator.Value::number, value -> new BigDecimal(value.value())));
    }

    private static Map<MunicipalityNumber, String> classes(Optional<KnownIndicator> grouping) {
        return grouping.map(indicator -> indicator.values().stream()
                        .collect(Collectors.toMap(KnownIndicator.Value::number, KnownIndicator.Value::value)))
                .orElse(Map.of());
    }
}
