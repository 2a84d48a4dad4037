package no.opptrapping.municipality.indicators;

import java.util.regex.Pattern;

/** What the text of a figure in an upload says: a figure, or why it is none. A text of two meanings is never guessed at. */
sealed interface UploadedFigure {
    /** A figure, with a decimal point and nothing between the thousands. */
    record Figure(String value, int decimals) implements UploadedFigure {}

    /** A point where commas are decimal: thousands to some and decimals to others. */
    record PointAmongCommas() implements UploadedFigure {}

    record NoFigure() implements UploadedFigure {}

    /** What the text says in the notation. */
    static UploadedFigure of(String text, Notation notation) {
        if (notation == Notation.COMMA && text.indexOf('.') >= 0) {
            return new PointAmongCommas();
        }
        var plain = notation == Notation.PLAIN || !Written.GROUPED.matcher(text).matches()
                ? text
                : Written.SPACE.matcher(text).replaceAll("");
        var pointed = notation == Notation.COMMA ? plain.replace(',', '.') : plain;
        if (!Written.FIGURE.matcher(pointed).matches()) {
            return new NoFigure();
        }
        var point = pointed.indexOf('.');
        return new Figure(pointed, point < 0 ? 0 : pointed.length() - point - 1);
    }

    /** The forms of figures. */
    final class Written {
        private static final Pattern FIGURE = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,6})?");
        /** An ordinary space, one that does not break, a thin one and a narrow one that does not break. */
        private static final Pattern SPACE = Pattern.compile("[ \\u00A0\\u2009\\u202F]");

        private static final Pattern GROUPED =
                Pattern.compile("[0-9]{1,3}(?:[ \\u00A0\\u2009\\u202F][0-9]{3}){1,3}(?:[.,][0-9]{1,6})?");

        private Written() {}
    }
}
