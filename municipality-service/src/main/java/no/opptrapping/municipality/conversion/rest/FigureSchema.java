package no.opptrapping.municipality.conversion.rest;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A figure as it is described to callers: a whole number, or a decimal number as text. */
@Schema(
        name = "Figure",
        oneOf = {FigureSchema.Whole.class, FigureSchema.Decimal.class})
final class FigureSchema {
    /** A number of whole units. */
    @Schema(
            name = "WholeFigure",
            type = SchemaType.INTEGER,
            format = "int64",
            minimum = "0",
            maximum = "" + WrittenFigure.MOST)
    static final class Whole {}

    /** A number with at most six decimals. */
    @Schema(name = "DecimalFigure", type = SchemaType.STRING, maxLength = 22, pattern = "^[0-9]{1,15}(\\.[0-9]{1,6})?$")
    static final class Decimal {}
}
