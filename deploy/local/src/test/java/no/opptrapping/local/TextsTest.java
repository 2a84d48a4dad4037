package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said at the terminal is said in three languages. */
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern CODE = Pattern.compile("\"([a-z]+(?:[.-][a-z]+)*)\"");
    private static final Pattern SAID =
            Pattern.compile("(?:text|tell|add|new Sum)\\(\\s*\"([a-z]+(?:[.-][a-z]+)*)\"(?=[,)])");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]\\}");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTextIsThereWithTheSamePlaceholders(Language language) {
        var english = Texts.read(Language.EN);
        var texts = Texts.read(language);
        assertThat(texts.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (var code : texts.stringPropertyNames()) {
            assertThat(texts.getProperty(code)).as(code).isNotBlank();
            assertThat(placeholders(texts.getProperty(code)))
                    .as(code)
                    .containsExactlyInAnyOrderElementsOf(placeholders(english.getProperty(code)));
        }
    }

    @Test
    void everyTextIsUsed() throws IOException {
        assertThat(Texts.read(Language.EN).stringPropertyNames().stream()
                        .map(code -> code.replaceFirst("^(money|identity|run)\\.", "")))
                .isSubsetOf(inSources(CODE));
    }

    @Test
    void everyTextThatIsSaidIsThere() throws IOException {
        assertThat(inSources(SAID))
                .hasSizeGreaterThan(20)
                .isSubsetOf(Texts.read(Language.EN).stringPropertyNames());
    }

    private static Set<String> inSources(Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var sources = Files.walk(SOURCES)) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(source)).results().forEach(one -> found.add(one.group(1)));
            }
        }
        return found;
    }

    @Test
    void aTextThatIsMissingIsAFaultOfTheProgram() {
        assertThatThrownBy(() -> Texts.in(Language.EN).text("no-such"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no-such");
    }

    @Test
    void figuresAreWrittenAsTheLanguageWritesThem() {
        assertThat(Texts.in(Language.EN).decimal("98.25")).isEqualTo("98.25");
        assertThat(Texts.in(Language.NN).decimal("98.25")).isEqualTo("98,25");
        assertThat(Texts.in(Language.NB).kroner(483_400_000)).isEqualTo("483 400 000 kr");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,nb_NO.UTF-8,NB",
                "-,-,nn_NO,NN",
                "-,-,no_NO.ISO-8859-1,NB",
                "-,-,nn,NN",
                "-,-,en_GB.UTF-8,EN",
                "-,-,de_DE@euro,EN",
                "-,-,C.UTF-8,EN",
                "-,-,-,EN",
                "'','',nb_NO,NB",
                "-,nn_NO,nb_NO,NN",
                "C,nn_NO,nb_NO,EN"
            })
    void theTerminalsLanguageIsThatOfItsEnvironment(String all, String messages, String lang, Language expected) {
        var environment = new HashMap<String, String>();
        environment.put("LC_ALL", all);
        environment.put("LC_MESSAGES", messages);
        environment.put("LANG", lang);
        environment.values().removeIf(Objects::isNull);
        assertThat(Language.ofTerminal(Map.copyOf(environment))).isEqualTo(expected);
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(MatchResult::group).toList();
    }
}
