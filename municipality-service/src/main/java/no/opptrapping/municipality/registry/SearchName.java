package no.opptrapping.municipality.registry;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds municipalities by the beginning of a name in any of its languages, as people write it: without regard to case,
 * Sami letters' marks, or whether æ, ø and å are written ae, o or oe, and aa.
 */
public final class SearchName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}");
    private static final Pattern BETWEEN_LANGUAGES = Pattern.compile(" - ");

    private SearchName() {}

    /** Whether the name, or one of its languages, begins with the text. */
    public static boolean matches(String name, String text) {
        var wanted = fold(text.strip());
        return fold(name).startsWith(wanted)
                || Arrays.stream(BETWEEN_LANGUAGES.split(name))
                        .anyMatch(one -> fold(one).startsWith(wanted));
    }

    private static String fold(String text) {
        var lower = text.toLowerCase(Locale.ROOT)
                .replace("å", "a")
                .replace("ø", "o")
                .replace("æ", "ae")
                .replace("đ", "d")
                .replace("ŧ", "t")
                .replace("ŋ", "n");
        var plain =
                MARKS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
        return plain.replace("aa", "a").replace("oe", "o");
    }
}
