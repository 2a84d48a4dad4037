package no.opptrapping.platform.problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** How an <code>Accept</code> header reads (RFC 9110 section 12.5.1). */
enum MediaRanges {
    /** Nothing is said, so anything will do. */
    ANY,
    /** These types will do. */
    SOME,
    /** It is not a list of media ranges. */
    MALFORMED;

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern TYPE = Pattern.compile(TOKEN + "/" + TOKEN);
    private static final Pattern PARAMETER = Pattern.compile(TOKEN + "=(?:" + TOKEN + "|\"(?:[^\"\\\\]|\\\\.)*+\")");
    private static final Pattern WEIGHT = Pattern.compile("[qQ]=(?:0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?)");

    static MediaRanges of(Collection<String> lines) {
        var said = ANY;
        for (var line : lines) {
            for (var range : split(line, ',')) {
                if (range.isBlank()) {
                    continue;
                }
                if (!isRange(range)) {
                    return MALFORMED;
                }
                said = SOME;
            }
        }
        return said;
    }

    static boolean isMediaType(String contentType) {
        return isTyped(contentType, false);
    }

    private static boolean isRange(String range) {
        return isTyped(range, true);
    }

    private static boolean isTyped(String text, boolean weighed) {
        var parts = split(text, ';');
        return TYPE.matcher(parts.getFirst().strip()).matches()
                && parts.stream().skip(1).map(String::strip).allMatch(part -> isParameter(part, weighed));
    }

    private static boolean isParameter(String part, boolean weighed) {
        if (weighed && (part.startsWith("q=") || part.startsWith("Q="))) {
            return WEIGHT.matcher(part).matches();
        }
        return part.isEmpty() || PARAMETER.matcher(part).matches();
    }

    /** At the separators that do not stand between quotation marks. */
    private static List<String> split(String text, char separator) {
        var parts = new ArrayList<String>();
        var quoted = false;
        var from = 0;
        for (var at = 0; at < text.length(); at++) {
            quoted ^= text.charAt(at) == '"';
            if (text.charAt(at) == separator && !quoted) {
                parts.add(text.substring(from, at));
                from = at + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }
}
