package no.opptrapping.platform.badexamples.tests;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

/** Never run, because of its name. */
@Disabled("an example")
class Forgotten {
    @Test
    void isNeverRun() {}
}
