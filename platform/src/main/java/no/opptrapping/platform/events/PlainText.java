package no.opptrapping.platform.events;

import java.util.Objects;

/** Text of others made fit to be kept and shown: without control characters, and not longer than it can be read. */
final class PlainText {
    private static final int LONGEST = 500;

    private PlainText() {}

    static String of(String text) {
        var readable = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints()
                .limit(LONGEST)
                .map(point -> isOdd(point) ? '\uFFFD' : point)
                .forEach(readable::appendCodePoint);
        return text.codePointCount(0, text.length()) > LONGEST ? readable + "..." : readable.toString();
    }

    static String of(Throwable fault) {
        var message = Objects.requireNonNullElse(fault.getMessage(), "");
        return of(message.isBlank() ? fault.getClass().getName() : message);
    }

    /** Whether it is text that can be kept under its own name: not too long, nothing odd in it. */
    static boolean isName(String text, int longest) {
        return text.length() <= longest && text.codePoints().noneMatch(PlainText::isOdd);
    }

    private static boolean isOdd(int point) {
        return Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE;
    }
}
