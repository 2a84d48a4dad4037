package no.opptrapping.municipality.conversion.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import no.opptrapping.platform.body.UnfitValue;

/**
 * A weight as it is written: a whole number, or a decimal number as text.
 *
 * @param value above 0, so that whatever is averaged has a weight in sum; at most {@link WrittenFigure#MOST}
 */
record WrittenWeight(@JsonValue BigDecimal value) {
    WrittenWeight {
        if (value.signum() <= 0 || value.compareTo(BigDecimal.valueOf(WrittenFigure.MOST)) > 0) {
            throw new UnfitValue("conversion.weight-above-zero", "most", WrittenFigure.MOST);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WrittenWeight number(BigDecimal number) {
        return new WrittenWeight(WrittenFigure.whole(number));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WrittenWeight text(String text) {
        return new WrittenWeight(WrittenFigure.decimal(text));
    }
}
