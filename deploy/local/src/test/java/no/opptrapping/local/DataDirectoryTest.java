package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.opptrapping.embedded.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    Path parent;

    @Test
    void keepsANamedDirectoryAndRemovesOneThatNobodyNamed() throws IOException {
        var named = DataDirectory.open(parent.resolve("data"));
        named.close();
        assertThat(named.path()).isDirectory();

        var unnamed = DataDirectory.open(null);
        Files.writeString(unnamed.path().resolve("log"), "x");
        unnamed.close();
        assertThat(unnamed.path()).doesNotExist();
    }

    @Test
    void refusesADirectoryInWhichAnotherRunIsGoingOn() {
        try (var first = DataDirectory.open(parent.resolve("data"))) {
            assertThatThrownBy(() -> DataDirectory.open(first.path()))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("deploy/up is already running there");
        }
    }

    @Test
    void refusesAFileInPlaceOfADirectory() throws IOException {
        var file = Files.writeString(parent.resolve("file"), "x");

        assertThatThrownBy(() -> DataDirectory.open(file)).isInstanceOf(StartFailure.class);
    }
}
