package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.platform.values.WrittenText;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A Norwegian bank account number (<i>kontonummer</i>): eleven digits, the last a check digit by modulus 11 with
 * weights 5 4 3 2 7 6 5 4 3 2.
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[0-9]{11}$",
        minLength = 11,
        maxLength = 11,
        implementation = String.class)
public record AccountNumber(@JsonValue String value) {
    private static final Pattern ELEVEN_DIGITS = Pattern.compile("[0-9]{11}");
    private static final int[] WEIGHTS = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    public AccountNumber {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an account number (eleven digits, modulus 11)");
        }
    }

    /** The number as it is written or printed, <code>1234.56.78903</code> too, or empty if it is none. */
    public static Optional<AccountNumber> parse(String text) {
        var digits = WrittenText.withoutSpaces(text).replace(".", "");
        return isValid(digits) ? Optional.of(new AccountNumber(digits)) : Optional.empty();
    }

    private static boolean isValid(String text) {
        if (!ELEVEN_DIGITS.matcher(text).matches()) {
            return false;
        }
        var sum = 0;
        for (var i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (text.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11 == text.charAt(10) - '0';
    }

    @Override
    public String toString() {
        return value;
    }
}
