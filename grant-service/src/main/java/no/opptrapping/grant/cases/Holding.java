package no.opptrapping.grant.cases;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Who works on a case.
 *
 * @param holder the adviser's subject
 * @param givenBy the subject of the person who gave it: the holder itself when it was taken
 * @param since when it came into the holder's hands
 */
public record Holding(String holder, String givenBy, Instant since) {
    /** What an issuer calls a person: something to read, and nothing that cannot be seen. */
    private static final Pattern SUBJECT =
            Pattern.compile("(?=.*[\\p{L}\\p{N}])[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}]{1,200}");

    /** Whether somebody can be called so by the one who signs people in. */
    public static boolean canBeHolder(String text) {
        return SUBJECT.matcher(text).matches();
    }
}
