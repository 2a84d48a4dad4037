package no.opptrapping.grant;

import static org.assertj.core.api.Assertions.assertThat;

import no.opptrapping.platform.testing.MessageFiles;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void everyTextExistsInThreeLanguages() {
        assertThat(MessageFiles.ofThisModule().faults()).isEmpty();
    }
}
