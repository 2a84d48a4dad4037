package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A customer identification (<i>kundeidentifikasjon</i>, KID): the reference that a payer gives so that the payee knows what
 * is paid. Two to twenty-five characters, digits of which the last is a check digit by modulus 10 or modulus 11; by modulus
 * 11 the check is a hyphen where it would be ten (Mastercard Payment Services Norway, system specification of OCR giro).
 */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[0-9]{1,24}[0-9-]$",
        minLength = 2,
        maxLength = 25,
        implementation = String.class)
public record Kid(@JsonValue String value) implements Comparable<Kid> {
    private static final Pattern WRITTEN = Pattern.compile("[0-9]{1,24}[0-9-]");
    private static final int MOST_DIGITS = 24;

    /** How the check digit is computed; which one is agreed between payee and bank. */
    public enum Modulus {
        /** Every second digit from the right is doubled, and the digits of the products are added (Luhn). */
        TEN {
            @Override
            char checkOf(String digits) {
                var sum = 0;
                for (var i = 0; i < digits.length(); i++) {
                    var digit = digits.charAt(digits.length() - 1 - i) - '0';
                    var product = i % 2 == 0 ? 2 * digit : digit;
                    sum += product / 10 + product % 10;
                }
                return (char) ('0' + (10 - sum % 10) % 10);
            }
        },
        /** The digits are weighed 2, 3, 4, 5, 6, 7, 2, 3, … from the right. */
        ELEVEN {
            @Override
            char checkOf(String digits) {
                var sum = 0;
                for (var i = 0; i < digits.length(); i++) {
                    sum += (digits.charAt(digits.length() - 1 - i) - '0') * (2 + i % 6);
                }
                var check = (11 - sum % 11) % 11;
                return check == 10 ? '-' : (char) ('0' + check);
            }
        };

        abstract char checkOf(String digits);
    }

    public Kid {
        if (!isChecked(value, Modulus.TEN) && !isChecked(value, Modulus.ELEVEN)) {
            throw new IllegalArgumentException("Not a KID (2 to 25 characters, modulus 10 or 11): " + value);
        }
    }

    /**
     * The number with as many digits as are asked for, and its check digit.
     *
     * @param number zero or more
     * @param digits how many there are before the check digit, at most 24
     * @throws IllegalArgumentException if the number has more digits
     */
    public static Kid of(long number, int digits, Modulus modulus) {
        var written = "%0" + digits + "d";
        var padded = written.formatted(number);
        if (number < 0 || digits > MOST_DIGITS || padded.length() != digits) {
            throw new IllegalArgumentException("No KID of " + digits + " digits and a check digit: " + number);
        }
        return new Kid(padded + modulus.checkOf(padded));
    }

    /** The reference as it is written or printed, spaces within it or not; empty if its check digit is wrong. */
    public static Optional<Kid> parse(String text, Modulus modulus) {
        var written = WrittenText.withoutSpaces(text);
        return isChecked(written, modulus) ? Optional.of(new Kid(written)) : Optional.empty();
    }

    private static boolean isChecked(String text, Modulus modulus) {
        var last = text.length() - 1;
        return WRITTEN.matcher(text).matches() && modulus.checkOf(text.substring(0, last)) == text.charAt(last);
    }

    @Override
    public int compareTo(Kid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
