package no.opptrapping.platform.attachments;

import java.util.UUID;

/**
 * What attachments belong to, and are counted and frozen with.
 *
 * @param kind what kind of thing, for example <code>application</code>
 */
public record AttachmentHolder(String kind, UUID id) {
    /** How many attachments it may have. */
    public static final int MOST_FILES = 50;

    /** How large they may be together: 100 MB. */
    public static final long MOST_BYTES = 100L * 1024 * 1024;

    /** How large one may be: 25 MB. */
    public static final int MOST_OF_ONE = 25 * 1024 * 1024;
}
