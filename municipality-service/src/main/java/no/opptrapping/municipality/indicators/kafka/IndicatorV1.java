package no.opptrapping.municipality.indicators.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * The content of {@code indicator.v1}; the contract is {@code contracts/indicator.v1.schema.json}.
 *
 * @param weightedBy of a figure for each inhabitant: the indicator to weigh it by when municipalities are put together
 * @param values of the municipalities that have one; those without are in {@code missing}
 * @param converted from which version of the values in another structure, and how, if they were
 * @param withdrawn that the version should not be used any more, if that is so
 */
@JsonPropertyOrder({
    "code",
    "kind",
    "name",
    "unit",
    "weightedBy",
    "year",
    "structureDate",
    "version",
    "status",
    "source",
    "licence",
    "categories",
    "values",
    "missing",
    "joint",
    "converted",
    "withdrawn"
})
record IndicatorV1(
        String code,
        String kind,
        LocalisedText name,
        String unit,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String weightedBy,
        int year,
        LocalDate structureDate,
        int version,
        String status,
        String source,
        String licence,
        List<Category> categories,
        List<Value> values,
        List<MunicipalityNumber> missing,
        List<JointObservation> joint,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Converted converted,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Withdrawn withdrawn) {
    /** The topic, and with the project's prefix the event's type. */
    static final String TOPIC = "indicator.v1";

    static IndicatorV1 of(IndicatorDefinition definition, Versioned versioned, Optional<Withdrawal> withdrawal) {
        var set = versioned.set();
        return new IndicatorV1(
                definition.code(),
                definition.kind().hasCategories() ? "grouping" : "quantity",
                definition.name(),
                definition.unit(),
                definition.kind() == IndicatorKind.RATIO ? "population" : null,
                set.key().year().getValue(),
                set.key().structureDate(),
                versioned.version(),
                statusOf(set.observations()).code(),
                definition.source(),
                definition.licence(),
                definition.categories(),
                set.observations().stream().flatMap(IndicatorV1::value).toList(),
                set.observations().stream()
                        .filter(observation -> observation.status() == ObservationStatus.MISSING)
                        .map(Observation::number)
                        .toList(),
                set.joint(),
                versioned
                        .conversion()
                        .map(one -> new Converted(
                                one.structureDate(),
                                one.version(),
                                definition.kind().conversionMethod()))
                        .orElse(null),
                withdrawal.map(one -> new Withdrawn(one.at(), one.reason())).orElse(null));
    }

    /** The weakest status of a value in the set. */
    private static ObservationStatus statusOf(List<Observation> observations) {
        return Stream.of(ObservationStatus.ESTIMATED, ObservationStatus.PROVISIONAL)
                .filter(status -> observations.stream().anyMatch(observation -> observation.status() == status))
                .findFirst()
                .orElse(ObservationStatus.FINAL);
    }

    private static Stream<Value> value(Observation observation) {
        return observation.value().stream()
                .map(value -> new Value(
                        observation.municipality(),
                        observation.number(),
                        value,
                        observation.status().code()));
    }

    @JsonPropertyOrder({"structureDate", "version", "method"})
    record Converted(LocalDate structureDate, int version, String method) {}

    @JsonPropertyOrder({"at", "reason"})
    record Withdrawn(Instant at, String reason) {}

    @JsonPropertyOrder({"municipalityId", "number", "value", "status"})
    record Value(MunicipalityId municipalityId, MunicipalityNumber number, String value, String status) {}
}
