package no.opptrapping.municipality.reference;

import org.jspecify.annotations.Nullable;

/** Reference data that comes with the service cannot be read: a mistake in the file, found by the build. */
public final class MalformedReference extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedReference(String file, int line, String text, @Nullable Throwable cause) {
        super("Reference data " + file + ":" + line + " cannot be read: " + text, cause);
    }
}
