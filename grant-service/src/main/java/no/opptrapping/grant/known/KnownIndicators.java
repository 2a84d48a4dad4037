package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.ConvertHeardFigures;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The indicators that have been heard, by year, structure date and version. */
@ApplicationScoped
@Transactional
public class KnownIndicators {
    private final HeardIndicators heard;

    KnownIndicators(HeardIndicators heard) {
        this.heard = heard;
    }

    /**
     * The newest version of a quantity or ratio, also when it has been withdrawn: the one before it was replaced for a reason, too.
     * Empty when the code is unknown, is a grouping or has no such year.
     */
    public Optional<IndicatorSet> latest(String code, Year year, LocalDate structureDate) {
        return heard.latest(code, year, structureDate).flatMap(KnownIndicators::figures);
    }

    /** One version of a quantity or ratio, as a stored run named it. */
    public Optional<IndicatorSet> version(String code, Year year, LocalDate structureDate, int version) {
        return heard.version(code, year, structureDate, version).flatMap(KnownIndicators::figures);
    }

    /**
     * Which class each municipality is in, for a grouping such as {@code kostra-group}. A municipality that is not
     * classified is absent; empty when the grouping is not known for the date.
     */
    public Map<MunicipalityNumber, String> grouping(String code, LocalDate structureDate) {
        return edition(code, structureDate).map(GroupingEdition::classes).orElseGet(Map::of);
    }

    /** The newest edition of a grouping for the date, also when it has been withdrawn; empty when there is none. */
    public Optional<GroupingEdition> edition(String code, LocalDate structureDate) {
        return heard.latest(code, structureDate)
                .filter(indicator -> indicator.kind() == HeardIndicator.Kind.GROUPING)
                .map(indicator -> new GroupingEdition(
                        indicator.code(),
                        indicator.year(),
                        indicator.structureDate(),
                        indicator.version(),
                        indicator.source(),
                        indicator.values().stream()
                                .collect(Collectors.toMap(HeardIndicator.Value::number, HeardIndicator.Value::value)),
                        indicator.withdrawal()));
    }

    /** Every code that has been heard, quantities and groupings. */
    public Set<String> codes() {
        return heard.codes();
    }

    /**
     * The newest figures of the year in the structure of the date, or else in that of the year's own first day, or else in
     * the nearest one that there are figures in: those that the register itself converts for the date.
     */
    public Optional<IndicatorSet> nearest(String code, Year year, LocalDate structureDate) {
        return heard.structureDates(code, year).stream()
                .min(Comparator.comparing((LocalDate date) -> !date.equals(structureDate))
                        .thenComparing(date -> !date.equals(year.atDay(1)))
                        .thenComparingLong(date -> Math.abs(ChronoUnit.DAYS.between(date, structureDate))))
                .flatMap(date -> latest(code, year, date));
    }

    /** The years of which there are figures in the structure of their own first day. */
    public SortedSet<Year> years(String code) {
        return heard.years(code);
    }

    private static Optional<IndicatorSet> figures(HeardIndicator indicator) {
        if (indicator.kind() == HeardIndicator.Kind.GROUPING) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorSet(
                indicator.code(),
                indicator.year(),
                indicator.structureDate(),
                indicator.version(),
                indicator.weightedBy(),
                indicator.unit(),
                indicator.source(),
                indicator.values().stream()
                        .collect(
                                Collectors.toMap(HeardIndicator.Value::number, value -> new BigDecimal(value.value()))),
                indicator.joint().stream()
                        .map(one -> new ConvertHeardFigures.Together(
                                Set.copyOf(one.numbers()), new BigDecimal(one.value())))
                        .toList(),
                indicator.withdrawal()));
    }
}
