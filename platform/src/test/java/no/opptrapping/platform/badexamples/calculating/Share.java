package no.opptrapping.platform.badexamples.calculating;

import java.io.File;
import java.util.UUID;

/** Divides by chance, by the environment and by what a file says. */
class Share {
    UUID drawn() {
        return UUID.randomUUID();
    }

    String said() {
        return System.getenv("SHARE");
    }

    boolean written(File file) {
        return file.exists();
    }
}
