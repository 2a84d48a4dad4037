package no.opptrapping.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/**
 * The texts of a module, checked: the three languages have the same keys with the same placeholders, no text is empty, a
 * key stands in the file of its first segment, and every code that the module's sources and templates
 * answer with has a text.
 */
public final class MessageFiles {
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final Pattern FILE = Pattern.compile("([a-z][a-z-]*)_(nb|nn|en)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");

    private static final Pattern IN_A_TEMPLATE = Pattern.compile("'([a-z][a-z0-9-]*(?:\\.[a-z0-9-]+)+)'");

    /** The rooms whose texts are platform's. */
    static final Set<String> OF_PLATFORM = Set.of(
            "attachment", "body", "clock", "dead-letter", "idempotency", "json", "paging", "platform", "validation");

    /** Whichever place a word has among what a method takes. */
    public static final int EVERYWHERE = -1;

    private final Path messages;
    private final Path sources;
    private final Path templates;
    private final Map<String, Set<String>> completed = new TreeMap<>();
    private final Set<String> open = new TreeSet<>();

    private MessageFiles(Path messages, Path sources, Path templates) {
        this.messages = messages;
        this.sources = sources;
        this.templates = templates;
    }

    /** The texts of the module in which the test runs. */
    public static MessageFiles ofThisModule() {
        return of(Path.of("src/main"));
    }

    /** The texts below a <code>src/main</code>. */
    public static MessageFiles of(Path main) {
        return new MessageFiles(
                main.resolve("resources/messages"), main.resolve("java"), main.resolve("resources/templates"));
    }

    /**
     * Says with what the sources complete the beginning of a code, so that each code that comes of it has its texts.
     *
     * @param beginning as it stands in the sources, such as <code>worklist.</code>
     */
    public MessageFiles completed(String beginning, Stream<String> endings) {
        endings.forEach(completed.computeIfAbsent(beginning, _ -> new TreeSet<>())::add);
        return this;
    }

    /** As {@link #completed}, with the words of an enum as they stand in codes. */
    public MessageFiles completed(String beginning, Enum<?>... endings) {
        return completed(
                beginning,
                Stream.of(endings)
                        .map(ending -> ending.name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    /**
     * As {@link #completed}, with the words that the sources of a room (or one of its files) hand to a method.
     *
     * @param place of the word among what the method takes; the first is 0; or {@link #EVERYWHERE}
     * @param suffix what comes after the word in the code
     */
    public MessageFiles said(String beginning, String room, String method, int place, String suffix) {
        var words = SourceCodes.said(service().resolve(room), method, place);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("Nothing is said with " + method + " in " + room);
        }
        return completed(beginning, words.stream().map(word -> word + suffix));
    }

    /** As {@link #said(String, String, String, int, String)}, of a word that nothing comes after. */
    public MessageFiles said(String beginning, String room, String method, int place) {
        return said(beginning, room, method, place, "");
    }

    /** Says that some of what completes a beginning has a text, and that the rest goes by its own name. */
    public MessageFiles somehow(String beginning) {
        open.add(beginning);
        return this;
    }

    /** What is wrong, one sentence each; empty when all is well. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        var rooms = new TreeMap<String, Map<String, Map<String, String>>>();
        for (var file : files(messages)) {
            var name = FILE.matcher(file.getFileName().toString());
            if (name.matches()) {
                rooms.computeIfAbsent(name.group(1), _ -> new TreeMap<>()).put(name.group(2), read(file));
            } else {
                faults.add("messages/" + file.getFileName() + " is not named <room>_<nb|nn|en>.properties");
            }
        }
        rooms.forEach((room, languages) -> faults.addAll(faultsOf(room, languages)));
        faults.addAll(faultsOfCodes(rooms));
        return faults;
    }

    private static List<String> faultsOf(String room, Map<String, Map<String, String>> languages) {
        var faults = new ArrayList<String>();
        var keys = new TreeSet<String>();
        languages.values().forEach(texts -> keys.addAll(texts.keySet()));
        for (var key : keys) {
            if (!room.equals(key.contains(".") ? key.substring(0, key.indexOf('.')) : "platform")) {
                faults.add(key + " stands in the file of " + room + ", where nobody looks for it");
            }
            for (var language : LANGUAGES) {
                var text = languages.getOrDefault(language, Map.of()).getOrDefault(key, "");
                if (text.isBlank()) {
                    faults.add(key + " has no text in " + language);
                }
            }
            var placeholders = languages.values().stream()
                    .filter(texts -> texts.containsKey(key))
                    .map(texts -> placeholders(texts.get(key)))
                    .collect(Collectors.toSet());
            if (placeholders.size() > 1) {
                faults.add(key + " has different placeholders: " + placeholders);
            }
        }
        return faults;
    }

    private List<String> faultsOfCodes(Map<String, Map<String, Map<String, String>>> rooms) {
        var known = rooms.values().stream()
                .flatMap(languages -> languages.values().stream())
                .flatMap(texts -> texts.keySet().stream())
                .collect(Collectors.toSet());
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        var codes = SourceCodes.of(
                sources,
                Stream.concat(rooms.keySet().stream(), OF_PLATFORM.stream()).collect(Collectors.toSet()));
        var said = Stream.concat(
                        Stream.concat(codes.whole().stream(), codesInTemplates()),
                        completed.entrySet().stream()
                                .flatMap(one -> one.getValue().stream().map(ending -> one.getKey() + ending)))
                .collect(Collectors.toCollection(TreeSet::new));
        var faults = new ArrayList<String>();
        said.stream()
                .filter(code -> !known.contains(code) && !isInThreeLanguagesOfPlatform(code))
                .forEach(code -> faults.add(code + " is answered with, but has no text"));
        known.stream()
                .filter(code ->
                        !said.contains(code) && !said.contains(code.replaceAll("\\.title$", "")) && !codes.has(code))
                .filter(code -> open.stream().noneMatch(code::startsWith))
                .sorted()
                .forEach(code -> faults.add(code + " is a text that nothing answers with"));
        var told = Stream.concat(completed.keySet().stream(), open.stream()).collect(Collectors.toSet());
        codes.begun().stream()
                .filter(beginning -> !told.contains(beginning))
                .forEach(beginning -> faults.add(beginning + "... is answered with: say what completes it"));
        told.stream()
                .filter(beginning -> !codes.has(beginning))
                .sorted()
                .forEach(beginning -> faults.add(beginning + "... is nowhere in the sources"));
        return faults;
    }

    private Stream<String> codesInTemplates() {
        return files(templates).stream()
                .flatMap(template -> IN_A_TEMPLATE.matcher(text(template)).results())
                .map(code -> code.group(1));
    }

    private static boolean isInThreeLanguagesOfPlatform(String code) {
        var texts = new Texts();
        return Stream.of(Language.values())
                .allMatch(language -> texts.find(language, code, Map.of()).isPresent());
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The package of the service, whose folders are its rooms. */
    private Path service() {
        try (var services = Files.list(sources.resolve("no/opptrapping"))) {
            return services.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(Path file) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}
