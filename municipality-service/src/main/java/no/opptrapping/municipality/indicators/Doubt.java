package no.opptrapping.municipality.indicators;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What looks like a mistake in an upload and may be right: it is taken in when the person who uploads says that it is. */
@Schema(name = "IndicatorValueDoubt")
public enum Doubt {
    /** Fewer than half of the municipalities that had a value before, or else the year before, have one. */
    @JsonProperty("far-fewer-values")
    FAR_FEWER_VALUES,
    /** Every municipality has the value that it had the year before. */
    @JsonProperty("same-as-last-year")
    SAME_AS_LAST_YEAR,
    /** A municipality number has three digits: a spreadsheet takes away the zero that it begins with. */
    @JsonProperty("leading-zero-lost")
    LEADING_ZERO_LOST;

    /** The word in API answers and in what the caller confirms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
