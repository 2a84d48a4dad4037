package no.opptrapping.municipality.conversion.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import no.opptrapping.platform.body.UnfitValue;

/**
 * A figure as it is written: a whole number, or a decimal number as text.
 *
 * @param value from 0 to {@link #MOST}, with six decimals at most
 */
record WrittenFigure(@JsonValue BigDecimal value) {
    /** Far above the state budget. */
    static final long MOST = 10_000_000_000_000L;

    private static final int MOST_DECIMALS = 6;
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,12})?");

    WrittenFigure {
        if (value.signum() < 0 || value.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw new UnfitValue("body.out-of-range", "least", 0, "most", MOST);
        }
        if (value.scale() > MOST_DECIMALS) {
            throw new UnfitValue("conversion.too-many-decimals", "most", MOST_DECIMALS);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WrittenFigure number(BigDecimal number) {
        return new WrittenFigure(whole(number));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static WrittenFigure text(String text) {
        return new WrittenFigure(decimal(text));
    }

    static BigDecimal whole(BigDecimal number) {
        if (number.scale() != 0) {
            throw new UnfitValue("conversion.decimals-are-text");
        }
        return number;
    }

    static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new UnfitValue("body.not-a-decimal");
        }
        return new BigDecimal(text);
    }
}
