package no.opptrapping.platform.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The texts of a module, checked: the three languages have the same keys with the same placeholders, no text is empty, a
 * key stands in the file of its first segment, and every code that the module's sources answer with has a text.
 */
public final class MessageFiles {
    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final Pattern FILE = Pattern.compile("([a-z][a-z-]*)_(nb|nn|en)\\.properties");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)\\}");
    private static final Pattern CODE_IN_SOURCE = Pattern.compile(
            "(?:BrokenRule\\.of|roblems\\.(?:conflict|forbidden|rejected|notFound))\\(\\s*\"([a-z][a-z.-]*[a-z])\""
                    + "|message = \"([a-z][a-z-]*\\.[a-z.-]+)\"");

    private final Path messages;
    private final Path sources;

    private MessageFiles(Path messages, Path sources) {
        this.messages = messages;
        this.sources = sources;
    }

    /** The texts of the module in which the test runs. */
    public static MessageFiles ofThisModule() {
        return of(Path.of("src/main"));
    }

    /** The texts below a <code>src/main</code>. */
    public static MessageFiles of(Path main) {
        return new MessageFiles(main.resolve("resources/messages"), main.resolve("java"));
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
        var known = rooms.values().stream()
                .flatMap(languages -> languages.values().stream())
                .flatMap(texts -> texts.keySet().stream())
                .collect(Collectors.toSet());
        codesInSources().stream()
                .filter(code -> !known.contains(code) && !isOfPlatform(code))
                .forEach(code -> faults.add(code + " is answered with, but has no text"));
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

    private static boolean isOfPlatform(String code) {
        var room = code.contains(".") ? code.substring(0, code.indexOf('.')) : "platform";
        return Set.of("platform", "json", "validation", "paging", "idempotency", "clock", "body")
                .contains(room);
    }

    private Set<String> codesInSources() {
        var codes = new TreeSet<String>();
        for (var file : files(sources)) {
            var code = CODE_IN_SOURCE.matcher(text(file));
            while (code.find()) {
                codes.add(code.group(1) == null ? code.group(2) : code.group(1));
            }
        }
        return codes;
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
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

    private static String text(Path file) {
        try {
            return Files.readString(file);
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
