package no.opptrapping.platform.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language of the texts that people read: Bokmål, Nynorsk, English. Bokmål is the default. */
public enum Language {
    NB,
    NN,
    EN;

    /** The tag of the language in HTTP and in file names: <code>nb</code>, <code>nn</code>, <code>en</code>. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The locale for numbers and dates. */
    public Locale locale() {
        return this == EN ? Locale.UK : Locale.of(tag(), "NO");
    }

    /**
     * The most wanted language of an <code>Accept-Language</code> header (RFC 9110 section 12.5.4); <code>no</code> means
     * Bokmål. A missing, unreadable or foreign wish gives Bokmål.
     */
    public static Language preferred(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > 500) {
            return NB;
        }
        try {
            return Locale.LanguageRange.parse(acceptLanguage).stream()
                    .filter(range -> range.getWeight() > 0)
                    .sorted(Comparator.comparingDouble(Locale.LanguageRange::getWeight)
                            .reversed())
                    .flatMap(range -> of(range.getRange()).stream())
                    .findFirst()
                    .orElse(NB);
        } catch (IllegalArgumentException unreadable) {
            return NB;
        }
    }

    private static Optional<Language> of(String range) {
        return switch (List.of(range.split("-", -1)).getFirst()) {
            case "nb", "no" -> Optional.of(NB);
            case "nn" -> Optional.of(NN);
            case "en" -> Optional.of(EN);
            default -> Optional.empty();
        };
    }
}
