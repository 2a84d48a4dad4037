package no.opptrapping.platform.register;

import java.util.Locale;

/** What one organisation may do for a municipality, as the register tells. */
public enum Task {
    APPLY,
    ACCEPT,
    REPORT;

    /** The word in <code>municipality.v1</code>, for example <code>apply</code>. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
