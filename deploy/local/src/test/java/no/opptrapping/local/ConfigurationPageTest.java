package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The page of the configuration names what the code reads, where it is read, and the defaults it has there. */
class ConfigurationPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("deploy/docs/configuration.md");
    private static final String OF_ALL = "Every service";
    private static final String NONE = "none";

    private static final Pattern INJECTED = Pattern.compile(
            "@ConfigProperty\\(\\s*name = \"(opptrapping\\.[^\"]+)\"(?:,\\s*defaultValue = \"([^\"]*)\")?");
    private static final Pattern ASKED_FOR = Pattern.compile("getValues?\\(\\s*\"(opptrapping\\.[^\"]+)\"");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(opptrapping\\.[a-z.-]+[a-z])(?::([^}]*))?}");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"(opptrapping\\.[^\"]+)\"");
    private static final Pattern MAPPED =
            Pattern.compile("(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+)?(?:\\w+) (\\w+)\\(\\);");

    /** A setting, whose it is, and every default it has somewhere. */
    private record Setting(String section, Set<String> defaults) {}

    @Test
    void everySettingThatIsReadStandsOnThePageWithItsDefaultAndNoOther() throws IOException {
        var read = read();
        assertThat(read).hasSizeGreaterThan(40).containsKey("opptrapping.outbox.hung-after");
        assertThat(onPage()).isEqualTo(read);
    }

    @Test
    void theVariablesAreCalledAsTheSettingsAre() throws IOException {
        for (var cells : rows()) {
            if (cells.get(0).startsWith("opptrapping.")) {
                assertThat(cells.get(1))
                        .isEqualTo(cells.get(0).toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"));
            }
        }
    }

    private static Map<String, Setting> onPage() throws IOException {
        var settings = new TreeMap<String, Setting>();
        var section = "";
        for (var line : Files.readAllLines(PAGE)) {
            if (line.startsWith("## ")) {
                section = line.substring(3);
            } else if (line.startsWith("| `opptrapping.")) {
                var cells = cells(line);
                var defaults = new TreeSet<>(Arrays.asList(cells.get(2).split(", ", -1)));
                defaults.remove(NONE);
                assertThat(settings.put(cells.get(0), new Setting(section, defaults)))
                        .isNull();
            }
        }
        return settings;
    }

    private static List<List<String>> rows() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `opptrapping."))
                .map(ConfigurationPageTest::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.replace("`", "").split("\\|", -1))
                .skip(1)
                .map(String::strip)
                .toList();
    }

    private static Map<String, Setting> read() throws IOException {
        var settings = new TreeMap<String, Setting>();
        inModule(settings, "platform", OF_ALL);
        for (var service : Service.values()) {
            inModule(settings, service.directory(), service.directory());
        }
        return settings;
    }

    private static void inModule(Map<String, Setting> settings, String module, String section) throws IOException {
        try (var files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = file.getFileName().toString();
                if (name.endsWith(".java")) {
                    inSource(settings, Files.readString(file), section);
                } else if (name.equals("application.properties") || name.equals("microprofile-config.properties")) {
                    inProperties(settings, file, section);
                }
            }
        }
    }

    private static void inSource(Map<String, Setting> settings, String source, String section) {
        INJECTED.matcher(source).results().forEach(found -> add(settings, section, found.group(1), found.group(2)));
        ASKED_FOR.matcher(source).results().forEach(found -> add(settings, section, found.group(1), null));
        PLACEHOLDER.matcher(source).results().forEach(found -> add(settings, section, found.group(1), found.group(2)));
        MAPPING.matcher(source)
                .results()
                .forEach(mapping -> MAPPED.matcher(source)
                        .results()
                        .forEach(found -> add(
                                settings, section, mapping.group(1) + "." + dashed(found.group(2)), found.group(1))));
    }

    private static void inProperties(Map<String, Setting> settings, Path file, String section) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        properties.forEach((name, value) -> {
            if (name.toString().startsWith("opptrapping.")) {
                add(settings, section, name.toString(), value.toString());
            }
            PLACEHOLDER
                    .matcher(value.toString())
                    .results()
                    .forEach(found -> add(settings, section, found.group(1), found.group(2)));
        });
    }

    private static void add(Map<String, Setting> settings, String section, String name, @Nullable String defaultValue) {
        var setting = settings.computeIfAbsent(name, _ -> new Setting(section, new TreeSet<>()));
        if (defaultValue != null) {
            setting.defaults().add(defaultValue);
        }
    }

    private static String dashed(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
