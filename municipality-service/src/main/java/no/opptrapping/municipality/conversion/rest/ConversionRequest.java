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
 */
@Schema(name = "ConversionRequest")
record ConversionRequest(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(maxItems = ConversionBody.MOST_FIGURES) List<GivenFigure> figures,
        @Schema(maxItems = ConversionBody.MOST_JOINT) List<GivenTogether> joint) {
    /** One municipality's figure: persons, kroner, man-years. */
    @Schema(name = "GivenFigure")
    record GivenFigure(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value) {}

    /** One figure of several municipalities, where there is none for each. */
    @Schema(name = "GivenJointFigure")
    record GivenTogether(
            @Schema(required = true, minItems = 2, maxItems = ConversionBody.MOST_JOINT)
            List<MunicipalityNumber> numbers,

            @Schema(required = true, implementation = FigureSchema.class)
            Object value) {}
}
