package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.municipality.indicators.Conversion;
import no.opptrapping.municipality.indicators.FindObservations.Outcome.Found;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How indicators are shown. */
final class IndicatorResponses {
    private IndicatorResponses() {}

    /** All indicators. */
    @Schema(name = "IndicatorList")
    record IndicatorList(
            @Schema(required = true, maxItems = 1000) List<IndicatorDefinition> items) {}

    /**
     * An indicator's values.
     *
     * @param converted absent for what was given in the structure itself
     * @param withdrawnAt absent unless the values should not be used any more
     * @param total the sum over all municipalities, joint figures counted once; null for what cannot be added up
     */
    @JsonPropertyOrder({
        "code",
        "kind",
        "name",
        "unit",
        "source",
        "licence",
        "year",
        "structureDate",
        "version",
        "converted",
        "withdrawnAt",
        "withdrawalReason",
        "items",
        "joint",
        "total"
    })
    @Schema(name = "IndicatorValues")
    record ValuesResponse(
            @Schema(maxLength = 100) String code,

            @Schema(enumeration = {"quantity", "ratio", "grouping", "region"})
            String kind,

            LocalisedText name,
            @Schema(maxLength = 50) String unit,
            @Schema(maxLength = 200) String source,
            @Schema(maxLength = 100) String licence,

            @Schema(minimum = "1900", maximum = "2199") int year,

            LocalDate structureDate,
            @Schema(minimum = "1", maximum = "1000000") int version,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ConversionOf converted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant withdrawnAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 500) @Nullable
            String withdrawalReason,

            @Schema(required = true, maxItems = 1000) List<ValueResponse> items,
            @Schema(required = true, maxItems = 100) List<JointResponse> joint,

            @Schema(nullable = true, maxLength = 40, pattern = "^-?[0-9]+(\\.[0-9]+)?$") @Nullable
            String total) {
        static ValuesResponse of(Found found, Register register) {
            var definition = found.definition();
            var key = found.set().key();
            return new ValuesResponse(
                    definition.code(),
                    definition.kind().code(),
                    definition.name(),
                    definition.unit(),
                    definition.source(),
                    definition.licence(),
                    key.year().getValue(),
                    key.structureDate(),
                    found.version(),
                    found.conversion()
                            .map(one -> ConversionOf.of(one, definition.kind()))
                            .orElse(null),
                    found.withdrawal().map(Withdrawal::at).orElse(null),
                    found.withdrawal().map(Withdrawal::reason).orElse(null),
                    found.set().observations().stream()
                            .map(observation -> ValueResponse.of(observation, key.structureDate(), register))
                            .toList(),
                    found.set().joint().stream().map(JointResponse::of).toList(),
                    definition.kind() == IndicatorKind.QUANTITY
                            ? found.set().total().toPlainString()
                            : null);
        }
    }

    /**
     * What values were converted from, and how.
     *
     * @param structureDate the structure that they were given for
     * @param version the version there
     */
    @JsonPropertyOrder({"structureDate", "version", "method"})
    @Schema(name = "IndicatorConversion")
    record ConversionOf(
            @Schema(required = true) LocalDate structureDate,

            @Schema(required = true, minimum = "1", maximum = "1000000")
            int version,

            @Schema(
                    required = true,
                    enumeration = {
                        "summed-and-shared",
                        "averaged-by-population",
                        "inherited-one-to-one",
                        "inherited-when-unanimous"
                    })
            String method) {
        static ConversionOf of(Conversion conversion, IndicatorKind kind) {
            return new ConversionOf(conversion.structureDate(), conversion.version(), kind.conversionMethod());
        }
    }

    /**
     * A municipality's value.
     *
     * @param value a decimal number, or the code of a category; null if it is missing
     */
    @JsonPropertyOrder({"municipalityId", "number", "name", "value", "status"})
    @Schema(name = "IndicatorValue")
    record ValueResponse(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,

            @Schema(nullable = true, maxLength = 50) @Nullable
            String value,

            @Schema(enumeration = {"final", "provisional", "estimated", "missing"})
            String status) {
        static ValueResponse of(Observation observation, LocalDate date, Register register) {
            return new ValueResponse(
                    observation.municipality(),
                    observation.number(),
                    register.find(observation.municipality())
                            .flatMap(municipality -> municipality.versionOn(date))
                            .map(version -> version.name())
                            .orElse(""),
                    observation.value().orElse(null),
                    observation.status().code());
        }
    }

    /** The versions of a set, the newest first. */
    @Schema(name = "IndicatorVersionList")
    record VersionList(
            @Schema(required = true, maxItems = 10000) List<VersionResponse> items) {
        static VersionList of(List<ObservationSets.PublishedVersion> versions, IndicatorKind kind) {
            return new VersionList(versions.stream()
                    .map(version -> VersionResponse.of(version, kind))
                    .toList());
        }
    }

    /**
     * How a version came to be.
     *
     * @param publishedAt null if that was not recorded
     * @param withdrawnAt absent unless the version should not be used any more
     */
    @JsonPropertyOrder({"version", "origin", "publishedAt", "converted", "withdrawnAt", "withdrawalReason"})
    @Schema(name = "IndicatorVersion")
    record VersionResponse(
            @Schema(required = true, minimum = "1", maximum = "1000000")
            int version,

            @Schema(
                    required = true,
                    enumeration = {"reference", "uploaded", "adopted", "converted"})
            String origin,

            @Schema(nullable = true) @Nullable Instant publishedAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            ConversionOf converted,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Instant withdrawnAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(maxLength = 500) @Nullable
            String withdrawalReason) {
        static VersionResponse of(ObservationSets.PublishedVersion published, IndicatorKind kind) {
            return new VersionResponse(
                    published.version(),
                    published.publication().origin().code(),
                    published.publication().at().orElse(null),
                    published
                            .conversion()
                            .map(one -> ConversionOf.of(one, kind))
                            .orElse(null),
                    published.withdrawal().map(Withdrawal::at).orElse(null),
                    published.withdrawal().map(Withdrawal::reason).orElse(null));
        }
    }

    /** One figure for several municipalities together. */
    @JsonPropertyOrder({"numbers", "value"})
    @Schema(name = "JointValue")
    record JointResponse(
            @Schema(maxItems = 100) List<MunicipalityNumber> numbers,
            @Schema(maxLength = 40) String value) {
        static JointResponse of(JointObservation joint) {
            return new JointResponse(joint.numbers(), joint.value());
        }
    }
}
