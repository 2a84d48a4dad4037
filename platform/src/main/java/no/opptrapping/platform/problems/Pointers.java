package no.opptrapping.platform.problems;

/** Steps of an RFC 6901 pointer. */
final class Pointers {
    private Pointers() {}

    static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static String step(int index) {
        return "/" + index;
    }
}
