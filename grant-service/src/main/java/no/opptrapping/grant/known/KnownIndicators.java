package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
     * The newest version of a quantity, also when it has been withdrawn: the one before it was replaced for a reason, too.
     * Empty when the code is unknown, is a grouping or has no such year.
     */
    public Optional<IndicatorSet> latest(String code, Year year, LocalDate structureDate) {
        return heard.latest(code, year, structureDate).flatMap(KnownIndicators::figures);
    }

    /** One version of a quantity, as a stored run named it. */
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

    private static Optional<IndicatorSet> figures(HeardIndicator indicator) {
        if (indicator.kind() != HeardIndicator.Kind.QUANTITY) {
            return Optional.empty();
        }
        return Optional.of(new IndicatorSet(
                indicator.code(),
                indicator.year(),
                indicator.structureDate(),
                indicator.version(),
                indicator.unit(),
                indicator.source(),
                indicator.values().stream()
                        .collect(
                                Collectors.toMap(HeardIndicator.Value::number, value -> new BigDecimal(value.value()))),
                indicator.withdrawal()));
    }
}
