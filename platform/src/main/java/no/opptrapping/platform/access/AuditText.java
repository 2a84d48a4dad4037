package no.opptrapping.platform.access;

import java.nio.charset.StandardCharsets;
import no.opptrapping.platform.values.Sha256;

/**
 * Text of a caller's as the audit log takes it: without the character that no database takes, and, when it is long,
 * shortened with a hash of the whole, so that neither its length nor its content can keep a row out of the log and that
 * two different texts stay different.
 */
final class AuditText {
    private static final int LONGEST = 200;
    private static final int HASH = 32;

    private AuditText() {}

    static String of(String text) {
        var writable =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace('\u0000', '\ufffd');
        return writable.length() <= LONGEST ? writable : shortened(writable);
    }

    private static String shortened(String text) {
        var end = LONGEST - HASH - 1;
        var kept = text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
        return kept + "~" + Sha256.of(text).substring(0, HASH);
    }
}
