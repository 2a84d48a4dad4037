package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page is what the tables say; <code>-Daccess.update=true</code> writes it anew. */
class AccessPageTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path PAGE = ROOT.resolve("deploy/docs/access.md");

    @Test
    void thePageSaysWhatTheServicesAreHeldTo() throws IOException {
        var written = new AccessPage(ROOT).write();
        if (Boolean.getBoolean("access.update")) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, written);
        }
        assertThat(PAGE)
                .as("deploy/docs/access.md is stale: run this test with -Daccess.update=true and commit the file")
                .exists()
                .content()
                .isEqualTo(written);
    }
}
