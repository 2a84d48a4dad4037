package no.opptrapping.local;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/** What is said at the terminal, in one language: <code>up_nb.properties</code> and its siblings (UTF-8). */
public final class Texts {
    private final Language language;
    private final Properties texts;

    private Texts(Language language, Properties texts) {
        this.language = language;
        this.texts = texts;
    }

    /** The texts of the language. */
    public static Texts in(Language language) {
        return new Texts(language, read(language));
    }

    static Properties read(Language language) {
        var file = "up_" + language.tag() + ".properties";
        try (var stream = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            var read = new Properties();
            read.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The language of these texts. */
    public Language language() {
        return language;
    }

    /**
     * The text of the code, with <code>{0}</code>, <code>{1}</code> and so on replaced by the arguments.
     *
     * @throws IllegalArgumentException if there is no such text
     */
    public String text(String code, Object... arguments) {
        var text = texts.getProperty(code);
        if (text == null) {
            throw new IllegalArgumentException("No text for " + code + " in " + language.tag());
        }
        for (var i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    /** 483400000 as "483 400 000". */
    public String number(long value) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    /** A decimal string of an API with the language's decimal mark. */
    public String decimal(String value) {
        return language == Language.EN ? value : value.replace('.', ',');
    }

    /** 483400000 as "483 400 000 kr". */
    public String kroner(long value) {
        return number(value) + " kr";
    }
}
