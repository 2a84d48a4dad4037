package no.opptrapping.platform.language;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The texts that people read, by code. The code's first segment names the file: <code>application.missing-measures</code>
 * stands in <code>messages/application_nb.properties</code> (UTF-8) and its siblings <code>_nn</code> and
 * <code>_en</code>; a code without a dot stands in <code>messages/platform_*</code>. <code>{name}</code> is replaced by
 * the argument of that name: kroner with thousands separated, dates and times written out, lists joined, the rest as it is.
 */
@ApplicationScoped
public class Texts {
    private static final Logger LOG = Logger.getLogger(Texts.class);
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");
    private static final String PLATFORM = "platform";

    private final Map<String, Map<String, String>> files = new ConcurrentHashMap<>();

    /** The text of the code, or the code itself if no file has it: a missing text must not hide the refusal. */
    public String text(Language language, String code, Map<String, ?> arguments) {
        return find(language, code, arguments).orElseGet(() -> {
            LOG.errorf("No text for %s in %s", code, language.tag());
            return code;
        });
    }

    /** The text of the code in each language. */
    public LocalisedText text(String code, Map<String, ?> arguments) {
        return new LocalisedText(
                text(Language.NB, code, arguments),
                text(Language.NN, code, arguments),
                text(Language.EN, code, arguments));
    }

    /** The text of the code, or empty if no file has it. */
    public Optional<String> find(Language language, String code, Map<String, ?> arguments) {
        return Optional.ofNullable(file(language, code).get(code)).map(text -> filled(text, language, arguments));
    }

    private Map<String, String> file(Language language, String code) {
        var dot = code.indexOf('.');
        var room = dot < 0 ? PLATFORM : code.substring(0, dot);
        return files.computeIfAbsent("messages/" + room + "_" + language.tag() + ".properties", Texts::read);
    }

    private static Map<String, String> read(String name) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var stream = loader.getResourceAsStream(name)) {
            if (stream == null) {
                return Map.of();
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return properties.stringPropertyNames().stream()
                    .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String filled(String text, Language language, Map<String, ?> arguments) {
        return PLACEHOLDER.matcher(text).replaceAll(match -> {
            var name = match.group(1);
            var value = arguments.containsKey(name) ? written(arguments.get(name), language) : match.group();
            return Matcher.quoteReplacement(value);
        });
    }

    private static String written(@Nullable Object value, Language language) {
        return switch (value) {
            case null -> "";
            case Kroner kroner -> grouped(kroner.value(), language);
            case LocalDate date ->
                DateTimeFormatter.ofPattern(language == Language.EN ? "d MMMM uuuu" : "d. MMMM uuuu", language.locale())
                        .format(date);
            case Instant instant ->
                DateTimeFormatter.ofPattern(
                                language == Language.EN ? "d MMMM uuuu 'at' HH:mm" : "d. MMMM uuuu 'kl.' HH.mm",
                                language.locale())
                        .withZone(BusinessDates.OSLO)
                        .format(instant);
            case Collection<?> several ->
                several.stream().map(one -> written(one, language)).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static String grouped(long number, Language language) {
        var digits =
                Long.toString(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", language == Language.EN ? "," : "\u00a0");
        return digits.replace('-', '\u2212');
    }
}
