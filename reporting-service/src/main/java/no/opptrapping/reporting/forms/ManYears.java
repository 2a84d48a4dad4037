package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Man-years (<i>årsverk</i>): one is a full-time position for a year. An exact decimal, written as a string in JSON.
 * A negative value or one with many decimals can be written down in a draft; the controls refuse it at submission.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^-?[0-9]{1,7}([.][0-9]{1,6})?$",
        maxLength = 15,
        implementation = String.class)
public record ManYears(BigDecimal value) implements Comparable<ManYears> {
    /** No man-years. */
    public static final ManYears ZERO = new ManYears(BigDecimal.ZERO);

    private static final Pattern WRITTEN = Pattern.compile("-?[0-9]{1,7}([.][0-9]{1,6})?");

    /**
     * Reads a decimal string.
     *
     * @throws IllegalArgumentException when the text is not a decimal number of at most seven digits before and six
     *     after the point
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static ManYears of(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a decimal number of man-years");
        }
        return new ManYears(new BigDecimal(text));
    }

    /** The exact sum; zero for an empty collection. */
    public static ManYears sum(Collection<ManYears> parts) {
        return parts.stream().reduce(ZERO, ManYears::plus);
    }

    public ManYears plus(ManYears other) {
        return new ManYears(value.add(other.value));
    }

    public boolean isNegative() {
        return value.signum() < 0;
    }

    /** How many decimals the number needs: 2 for 1.25 and for 1.250. */
    public int decimals() {
        return Math.max(0, value.stripTrailingZeros().scale());
    }

    /** As it is written in JSON, with at least two decimals. */
    @JsonValue
    public String text() {
        return (value.scale() < 2 ? value.setScale(2) : value).toPlainString();
    }

    @Override
    public int compareTo(ManYears other) {
        return value.compareTo(other.value);
    }

    /** Equal in number: 1.5 and 1.50 are the same man-years. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ManYears that && value.compareTo(that.value) == 0;
    }

    @Override
    public int hashCode() {
        return value.stripTrailingZeros().hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
