package no.opptrapping.platform.attachments;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a content is asked for (RFC 9110 section 14): the whole, one range of it, or none that there is. Several
 * ranges at once are answered with the whole, as a server may.
 *
 * @param from the first byte, from 0
 * @param length how many
 * @param whole whether nothing less than all was asked for
 */
record ByteRange(long from, long length, boolean whole) {
    private static final Pattern FORM = Pattern.compile("(?i)bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** What is asked for of so many bytes; empty when none of them is. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        var asked = header == null ? null : FORM.matcher(header);
        if (asked == null || !asked.matches() || (asked.group(1) + asked.group(2)).isEmpty()) {
            return Optional.of(new ByteRange(0, size, true));
        }
        if (asked.group(1).isEmpty()) {
            var last = Math.min(size, Long.parseLong(asked.group(2)));
            return last == 0 ? Optional.empty() : Optional.of(new ByteRange(size - last, last, false));
        }
        var from = Long.parseLong(asked.group(1));
        var to = asked.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(asked.group(2)));
        if (!asked.group(2).isEmpty() && Long.parseLong(asked.group(2)) < from) {
            return Optional.of(new ByteRange(0, size, true));
        }
        return from >= size ? Optional.empty() : Optional.of(new ByteRange(from, to - from + 1, false));
    }

    /** What the answer says of it. */
    String contentRange(long size) {
        return "bytes " + from + "-" + (from + length - 1) + "/" + size;
    }
}
