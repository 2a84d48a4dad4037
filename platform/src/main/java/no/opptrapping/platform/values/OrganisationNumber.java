package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An organisation number (<i>organisasjonsnummer</i>) of the Central Coordinating Register for Legal Entities: nine
 * digits of which the first is 8 or 9, the last a check digit by modulus 11 with weights 3 2 7 6 5 4 3 2.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[89][0-9]{8}$",
        minLength = 9,
        maxLength = 9,
        implementation = String.class)
public record OrganisationNumber(@JsonValue String value) implements Comparable<OrganisationNumber> {
    private static final Pattern NINE_DIGITS = Pattern.compile("[89][0-9]{8}");
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    public OrganisationNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an organisation number (nine digits, modulus 11): " + value);
        }
    }

    /** The number as it is written or printed, <code>964 338 531</code> too. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static OrganisationNumber written(String text) {
        return new OrganisationNumber(WrittenText.withoutSpaces(text));
    }

    /** The number, spaces within it or not, or empty if it is not nine digits with the right check digit. */
    public static Optional<OrganisationNumber> parse(String text) {
        var digits = WrittenText.withoutSpaces(text);
        return isValid(digits) ? Optional.of(new OrganisationNumber(digits)) : Optional.empty();
    }

    /** The number as one program writes it to another, or empty if it is not exactly that. */
    public static Optional<OrganisationNumber> parseExactly(String text) {
        return isValid(text) ? Optional.of(new OrganisationNumber(text)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (!NINE_DIGITS.matcher(text).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        var check = (11 - sum % 11) % 11;
        return check == text.charAt(8) - '0';
    }

    @Override
    public int compareTo(OrganisationNumber other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
