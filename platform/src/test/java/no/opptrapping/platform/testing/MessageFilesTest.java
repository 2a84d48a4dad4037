package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFilesTest {
    @TempDir
    Path main;

    @Test
    void platformsOwnTextsAreComplete() {
        assertThat(MessageFiles.ofThisModule()
                        .completed(
                                "status-",
                                Stream.of(
                                        "400", "401", "403", "404", "405", "406", "409", "412", "413", "415", "416",
                                        "422", "428", "429", "500", "503"))
                        .faults())

                // Services read decimal numbers, and say it with this.
                .containsExactly("body.not-a-decimal is a text that nothing answers with");
    }

    @Test
    void findsALanguageThatLacksAText() throws IOException {
        write("a_nb", "a.b=x", "a.c=y");
        write("a_nn", "a.b=x", "a.c=");
        write("a_en", "a.b=x");

        assertThat(MessageFiles.of(main).faults()).containsExactly("a.c has no text in nn", "a.c has no text in en");
    }

    @Test
    void findsDifferentPlaceholders() throws IOException {
        write("a_nb", "a.b=x {one} {two}");
        write("a_nn", "a.b={two} x {one}");
        write("a_en", "a.b=x {one}");

        assertThat(MessageFiles.of(main).faults()).hasSize(1).first().asString().contains("a.b", "placeholders");
    }

    @Test
    void findsAKeyInAFileWhereNobodyLooks() throws IOException {
        for (var language : new String[] {"nb", "nn", "en"}) {
            write("a_" + language, "b.c=x");
        }

        assertThat(MessageFiles.of(main).faults())
                .containsExactly("b.c stands in the file of a, where nobody looks for it");
    }

    @Test
    void findsTheCodesOfTemplates() throws IOException {
        for (var language : new String[] {"nb", "nn", "en"}) {
            write("a_" + language, "a.shown=x");
        }
        source("class A {}");
        var templates = Files.createDirectories(main.resolve("resources/templates"));
        Files.writeString(
                templates.resolve("Page.html"), "<p>{text.of('a.shown')} {text.of('a.absent', 'name', it.name)}</p>");

        assertThat(MessageFiles.of(main).faults()).containsExactly("a.absent is answered with, but has no text");
    }

    @Test
    void findsACodeWithoutTextWhereverItStands() throws IOException {
        write("a_nb", "a.told=x");
        write("a_nn", "a.told=x");
        write("a_en", "a.told=x");
        source("""
                class A {
                    static final String RULE = "a.constant";
                    @NotNull(message = "a.annotated")
                    Object one(boolean odd, long id) {
                        audit.decision("a.act", id, Map.of("reason", "a.reason"));
                        problems.conflict(odd ? "a.taken" : "a.told", "name", "a");
                        problems.forbidden("nowhere");
                        return new Control("a.control", "a.v1", "b.of-no-room", "validation.missing");
                    }
                }
                """);

        assertThat(MessageFiles.of(main).faults())
                .containsExactly(
                        "a.annotated is answered with, but has no text",
                        "a.constant is answered with, but has no text",
                        "a.control is answered with, but has no text",
                        "a.reason is answered with, but has no text",
                        "a.taken is answered with, but has no text",
                        "nowhere is answered with, but has no text");
    }

    @Test
    void findsACodeThatIsCompletedWithSomethingThatHasNoText() throws IOException {
        for (var language : new String[] {"nb", "nn", "en"}) {
            write("a_" + language, "a.group.hot=x", "a.say.one=x", "a.say.other=x");
        }
        source("""
                class A {
                    String name(Enum<?> group, boolean odd) {
                        return text("a.group." + group) + word(odd ? "one" : "two");
                    }
                    String word(String word) {
                        return text("a.say." + word);
                    }
                }
                """);

        assertThat(MessageFiles.of(main).faults())
                .contains("a.group.... is answered with: say what completes it")
                .contains("a.say.... is answered with: say what completes it");
        assertThat(MessageFiles.of(main)
                        .completed("a.group.", Stream.of("hot", "cold"))
                        .said("a.say.", "", "word", 0)
                        .somehow("a.gone.")
                        .faults())
                .containsExactly(
                        "a.group.cold is answered with, but has no text",
                        "a.say.two is answered with, but has no text",
                        "a.say.other is a text that nothing answers with",
                        "a.gone.... is nowhere in the sources");
    }

    private void source(String text) throws IOException {
        Files.writeString(
                Files.createDirectories(main.resolve("java/no/opptrapping/s")).resolve("A.java"), text);
    }

    private void write(String name, String... lines) throws IOException {
        var directory = Files.createDirectories(main.resolve("resources/messages"));
        Files.writeString(directory.resolve(name + ".properties"), String.join("\n", lines));
    }
}
