package no.opptrapping.platform.concurrency;

/** The caller does not say which version it has read of what it changes. */
public class VersionMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    VersionMissing() {
        super("If-Match is missing", null, false, false);
    }
}
