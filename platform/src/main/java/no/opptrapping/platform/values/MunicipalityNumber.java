package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A municipality number (<i>kommunenummer</i>): four digits, of which the first two are the county. It names a
 * municipality only together with a date, since numbers change and are used again (SSB Klass 131).
 */
@Schema(type = SchemaType.STRING, pattern = "^[0-9]{4}$", minLength = 4, maxLength = 4, implementation = String.class)
public record MunicipalityNumber(@JsonValue String value) implements Comparable<MunicipalityNumber> {
    private static final Pattern FOUR_DIGITS = Pattern.compile("[0-9]{4}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MunicipalityNumber {
        if (!FOUR_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("A municipality number has four digits: " + value);
        }
    }

    /** The number, or empty if the text is not four digits. */
    public static Optional<MunicipalityNumber> parse(String text) {
        return FOUR_DIGITS.matcher(text).matches() ? Optional.of(new MunicipalityNumber(text)) : Optional.empty();
    }

    /** The county number: the first two digits. */
    public String county() {
        return value.substring(0, 2);
    }

    @Override
    public int compareTo(MunicipalityNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
