package no.opptrapping.platform.attachments;

import java.util.Locale;

/** Where the content of attachments is. */
public enum StoreKind {
    DATABASE,
    S3;

    /** The word for it in the database and in the configuration. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the code. */
    public static StoreKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
