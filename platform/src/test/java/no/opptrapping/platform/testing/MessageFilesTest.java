package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageFilesTest {
    @TempDir
    Path main;

    @Test
    void platformsOwnTextsAreComplete() {
        assertThat(MessageFiles.ofThisModule().faults()).isEmpty();
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
    void findsACodeWithoutText() throws IOException {
        var sources = Files.createDirectories(main.resolve("java"));
        Files.writeString(
                sources.resolve("A.java"),
                "return problems.conflict(\n    \"a.taken\"); @NotNull(message = \"a.absent\")");

        assertThat(MessageFiles.of(main).faults())
                .containsExactly(
                        "a.absent is answered with, but has no text", "a.taken is answered with, but has no text");
    }

    private void write(String name, String... lines) throws IOException {
        var directory = Files.createDirectories(main.resolve("resources/messages"));
        Files.writeString(directory.resolve(name + ".properties"), String.join("\n", lines));
    }
}
