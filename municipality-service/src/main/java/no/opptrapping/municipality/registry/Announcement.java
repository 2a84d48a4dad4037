package no.opptrapping.municipality.registry;

/**
 * What was last told of a municipality.
 *
 * @param version of what was told, from 1
 * @param fingerprint SHA-256 of it
 */
public record Announcement(long version, String fingerprint) {
    /** Before the first time. */
    public static final Announcement NONE = new Announcement(0, "");
}
