package no.opptrapping.platform.concurrency;

import java.util.Arrays;
import no.opptrapping.platform.values.Sha256;
import org.jspecify.annotations.Nullable;

/** Entity tags (RFC 9110 section 8.8.3): a row's version, <code>"7"</code>, or SHA-256 of what has no version. */
public final class ETags {
    private static final String ANY = "*";

    private ETags() {}

    /** The tag of a version, with its quotation marks. */
    public static String of(long version) {
        return of(Long.toString(version));
    }

    /** A tag with its quotation marks. */
    public static String of(String tag) {
        return "\"" + tag + "\"";
    }

    /** What the tag of content without a version is made of: the same content has the same one, wherever it is made. */
    public static String digest(String content) {
        return Sha256.of(content);
    }

    /** As {@link #digest(String)}, of what is sent as bytes. */
    public static String digest(byte[] content) {
        return Sha256.of(content);
    }

    /** Whether an <code>If-Match</code> header (one tag, a list of tags, or <code>*</code>) fits the version. */
    public static boolean matches(@Nullable String ifMatch, long version) {
        return matches(ifMatch, Long.toString(version));
    }

    /**
     * Whether a header (one tag, a list of tags, or <code>*</code>) fits the tag. A weak one fits too: it is what a
     * compressing intermediary makes of ours, and a version is the same whichever way it was sent.
     */
    public static boolean matches(@Nullable String header, String tag) {
        return header != null
                && Arrays.stream(header.split(",", -1))
                        .map(String::strip)
                        .map(one -> one.startsWith("W/") ? one.substring(2) : one)
                        .anyMatch(one -> one.equals(ANY) || one.equals(of(tag)));
    }
}
