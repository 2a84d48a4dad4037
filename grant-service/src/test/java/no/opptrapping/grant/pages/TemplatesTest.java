package no.opptrapping.grant.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import org.junit.jupiter.api.Test;

/** What Qute does not check when it compiles: that templates say nothing themselves, and that their texts are there. */
class TemplatesTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern TEXT = Pattern.compile("text\\.of\\(('[^']+'[^(){}]*(?:\\([^()]*\\)[^(){}]*)*)\\)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    @Test
    void wordsStandInTheMessages() throws IOException {
        for (var template : templates()) {
            var said = Files.readString(template)
                    .replaceAll("(?s)<style>.*</style>", "")
                    .replaceAll("\\{[^{}]*}", "")
                    .replaceAll("(?:aria-label|alt|title)=\"([^\"]*)\"", ">$1<")
                    .replaceAll("<[^<>]*>", "");
            assertThat(said).as(template.toString()).doesNotContainPattern("\\p{L}");
        }
    }

    @Test
    void everyTextIsThereInThreeLanguagesAndIsGivenWhatItAsksFor() throws IOException {
        var texts = new Texts();
        var asked = 0;
        for (var template : templates()) {
            for (var call : calls(Files.readString(template))) {
                for (var language : Language.values()) {
                    assertThat(texts.find(language, call.getFirst(), Map.of()).map(TemplatesTest::placeholders))
                            .as("%s in %s, asked for by %s", call.getFirst(), language, template)
                            .hasValue(IntStream.range(1, call.size())
                                    .filter(place -> place % 2 == 1)
                                    .mapToObj(call::get)
                                    .collect(Collectors.toSet()));
                }
                asked++;
            }
        }
        assertThat(asked).isGreaterThan(50);
    }

    /** The code and the arguments of every text that is asked for, without the quotation marks. */
    private static List<List<String>> calls(String template) {
        return TEXT.matcher(template)
                .results()
                .map(found -> Arrays.stream(found.group(1).split(",(?![^(]*\\))", -1))
                        .map(argument -> argument.strip().replace("'", ""))
                        .toList())
                .toList();
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
