package no.opptrapping.platform.concurrency;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags of a row's version (RFC 9110 section 8.8.3), strong: <code>"7"</code>. */
public final class ETags {
    private ETags() {}

    /** The tag of a version, with its quotation marks. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Whether an <code>If-Match</code> header (one tag, a list of tags, or <code>*</code>) fits the version. */
    public static boolean matches(@Nullable String ifMatch, long version) {
        return ifMatch != null
                && Arrays.stream(ifMatch.split(",", -1))
                        .map(String::strip)
                        .anyMatch(tag -> tag.equals("*") || tag.equals(of(version)));
    }
}
