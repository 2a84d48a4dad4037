package no.opptrapping.platform.access;

import java.io.Serial;

/** The caller names a municipality in {@link ActingFor} that the register does not let it act for in this. */
public final class ActingRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;
}
