package no.opptrapping.platform.badexamples.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Asks the machine what time it is. */
class Deadline {
    Instant now() {
        return Instant.now();
    }

    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
