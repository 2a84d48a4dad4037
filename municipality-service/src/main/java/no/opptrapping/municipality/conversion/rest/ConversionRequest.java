package no.opptrapping.municipality.conversion.rest;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What to convert, as it is described to callers.
 *
 * @param from the figures are of the municipalities valid on this day
 * @param to they are wanted of the municipalities valid on this day, earlier or later
 * @param kind quantity (what can be added up: persons, kroner, man-years), as it is unless said, or ratio (what cannot:
 *     figures for each inhabitant, indices, percentages), which is averaged by the weights
 */
@Schema(name = "ConversionRequest")
record ConversionRequest(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(
                enumeration = {"quantity", "ratio"},
                defaultValue = "quantity")
        String kind,

        @Schema(maxItems = ConversionBody.MOST_FIGURES) List<GivenFigure> figures,
        @Schema(maxItems = ConversionBody.MOST_JOINT) List<GivenTogether> joint) {
    /**
     * One municipality's figure.
     *
     * @param weight of a ratio, and then required: what it is a ratio to, above 0, for example the inhabitants
     */
    @Schema(name = "GivenFigure")
    record GivenFigure(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value,

            @Schema(implementation = FigureSchema.class) Object weight) {}

    /** One figure of several municipalities, where there is none for each. */
    @Schema(name = "GivenJointFigure")
    record GivenTogether(
            @Schema(required = true, minItems = 2, maxItems = ConversionBody.MOST_JOINT)
            List<MunicipalityNumber> numbers,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value) {}
}
