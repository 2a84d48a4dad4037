package no.opptrapping.grant.allocation.engine;

/** JSON pointers (RFC 6901). */
final class Pointers {
    private Pointers() {}

    /** One reference token: {@code ~} and {@code /} are written {@code ~0} and {@code ~1}. */
    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
