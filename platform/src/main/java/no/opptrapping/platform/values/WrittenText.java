package no.opptrapping.platform.values;

/**
 * What counts as written text: something that a reader can see. White space, format characters and what Unicode calls
 * default ignorable (U+00A0, U+00AD, U+200B, U+2060, U+3164, U+FEFF and their like) are not seen, and a text of nothing
 * else is no text, wherever one is asked for.
 */
public final class WrittenText {
    private WrittenText() {}

    /** Whether there is nothing to see. */
    public static boolean isBlank(String text) {
        return text.codePoints().noneMatch(WrittenText::isSeen);
    }

    /** Whether it can be a name: it has at least one letter or digit, so that dots and strokes alone are none. */
    public static boolean isName(String text) {
        return text.codePoints().anyMatch(point -> Character.isLetterOrDigit(point) && isSeen(point));
    }

    /** Whether it can be stored and shown: no control characters but line breaks and tabs, no half of a pair. */
    public static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(point -> Character.getType(point) == Character.SURROGATE
                        || (Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t'));
    }

    /** The text without white space and format characters before and after it. */
    public static String stripped(String text) {
        var from = 0;
        var to = text.length();
        while (from < to && isMargin(text.codePointAt(from))) {
            from += Character.charCount(text.codePointAt(from));
        }
        while (to > from && isMargin(text.codePointBefore(to))) {
            to -= Character.charCount(text.codePointBefore(to));
        }
        return text.substring(from, to);
    }

    /** A number as it is printed, without the spaces, no-break ones too, that part its digits. */
    public static String withoutSpaces(String text) {
        var kept = new StringBuilder(text.length());
        text.codePoints().filter(point -> !isMargin(point)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean isMargin(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.FORMAT;
    }

    private static boolean isSeen(int point) {
        return !isMargin(point)
                && !isIgnorable(point)
                && switch (Character.getType(point)) {
                    case Character.CONTROL,
                            Character.SURROGATE,
                            Character.UNASSIGNED,
                            Character.PRIVATE_USE,
                            Character.NON_SPACING_MARK,
                            Character.ENCLOSING_MARK,
                            Character.COMBINING_SPACING_MARK -> false;
                    default -> true;
                };
    }

    /** Letters and symbols without a picture: the Hangul fillers (default ignorable) and the empty Braille pattern. */
    private static boolean isIgnorable(int point) {
        return switch (point) {
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800 -> true;
            default -> false;
        };
    }
}
