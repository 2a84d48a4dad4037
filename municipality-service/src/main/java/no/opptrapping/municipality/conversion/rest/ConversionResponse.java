package no.opptrapping.municipality.conversion.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.municipality.conversion.ConvertedFigures;
import no.opptrapping.municipality.conversion.JointDivision;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Figures in the structure of another date.
 *
 * @param kind quantity or ratio, as was asked
 * @param total the sum of what was given, and of the items; of ratios the average of all by weight
 * @param joint how figures of several municipalities were divided before they were converted
 */
@JsonPropertyOrder({"from", "to", "kind", "total", "items", "joint"})
@Schema(name = "Conversion")
record ConversionResponse(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(
                required = true,
                enumeration = {"quantity", "ratio"})
        String kind,

        @Schema(required = true, implementation = FigureSchema.class)
        Object total,

        @Schema(required = true, maxItems = 1000) List<ItemResponse> items,

        @Schema(required = true, maxItems = ConversionRequest.MOST_JOINT)
        List<DivisionResponse> joint) {
    static ConversionResponse of(ConvertedFigures figures, int decimals) {
        return new ConversionResponse(
                figures.from(),
                figures.to(),
                figures.kind().code(),
                shown(figures.total(), decimals),
                figures.items().stream()
                        .map(item -> ItemResponse.of(item, decimals))
                        .toList(),
                figures.joint().stream()
                        .map(one -> DivisionResponse.of(one, decimals))
                        .toList());
    }

    /** The figure as it was given: a whole number, or text where there are decimals. */
    private static Object shown(long units, int decimals) {
        return decimals == 0 ? units : BigDecimal.valueOf(units, decimals).toPlainString();
    }

    /**
     * A municipality's figure.
     *
     * @param without municipalities that it also came from and that no figure was given for
     */
    @JsonPropertyOrder({"municipalityId", "number", "name", "value", "flag", "parts", "without"})
    @Schema(name = "ConvertedFigure")
    record ItemResponse(
            @Schema(required = true) MunicipalityId municipalityId,
            @Schema(required = true) MunicipalityNumber number,
            @Schema(required = true, maxLength = 200) String name,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value,

            @Schema(
                    required = true,
                    enumeration = {"unchanged", "summed", "estimated", "incomplete"})
            String flag,

            @Schema(required = true, maxItems = 100) List<PartResponse> parts,
            @Schema(required = true, maxItems = 100) List<MunicipalityNumber> without) {
        static ItemResponse of(ConvertedFigures.Item item, int decimals) {
            return new ItemResponse(
                    item.municipality().id(),
                    item.municipality().number(),
                    item.municipality().name(),
                    shown(item.value(), decimals),
                    item.flag().code(),
                    item.parts().stream()
                            .map(part -> PartResponse.of(part, decimals))
                            .toList(),
                    item.without().stream().map(Listed::number).sorted().toList());
        }
    }

    /**
     * What a figure has from one of the municipalities that it came from.
     *
     * @param number the number on the day of the given figures
     * @param share the part of that municipality's figure, a decimal number; of a ratio, the part of the average's weight
     * @param year the year of the populations that the share rests on; null if nothing was divided
     */
    @JsonPropertyOrder({"number", "name", "value", "share", "method", "year"})
    @Schema(name = "ConvertedPart")
    record PartResponse(
            @Schema(required = true) MunicipalityNumber number,
            @Schema(required = true, maxLength = 200) String name,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value,

            @Schema(required = true, maxLength = 12, pattern = "^[01](\\.[0-9]+)?$")
            String share,

            @Schema(
                    required = true,
                    enumeration = {"whole", "territory", "known", "estimated", "population"})
            String method,

            @Schema(nullable = true, minimum = "1900", maximum = "2199") @Nullable
            Integer year) {
        static PartResponse of(ConvertedFigures.NamedPart named, int decimals) {
            var part = named.part();
            return new PartResponse(
                    named.from().number(),
                    named.from().name(),
                    shown(part.value().orElse(0L), decimals),
                    part.share().stripTrailingZeros().toPlainString(),
                    part.method().code(),
                    part.year().map(Year::getValue).orElse(null));
        }
    }

    /**
     * How a figure of several municipalities was divided among them: by their populations of the year.
     */
    @JsonPropertyOrder({"value", "year", "parts"})
    @Schema(name = "DividedJointFigure")
    record DivisionResponse(
            @Schema(required = true, implementation = FigureSchema.class)
            Object value,

            @Schema(required = true, minimum = "1900", maximum = "2199")
            int year,

            @Schema(required = true, maxItems = ConversionRequest.MOST_JOINT)
            List<DividedPart> parts) {
        static DivisionResponse of(JointDivision division, int decimals) {
            return new DivisionResponse(
                    shown(division.value(), decimals),
                    division.year().getValue(),
                    division.parts().entrySet().stream()
                            .map(part -> new DividedPart(
                                    part.getKey().number(), part.getKey().name(), shown(part.getValue(), decimals)))
                            .toList());
        }
    }

    /** What one of them got. */
    @JsonPropertyOrder({"number", "name", "value"})
    @Schema(name = "DividedPart")
    record DividedPart(
            @Schema(required = true) MunicipalityNumber number,
            @Schema(required = true, maxLength = 200) String name,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value) {}
}
