package no.opptrapping.platform.problems;

/** Steps of an RFC 6901 pointer. */
public final class Pointers {
    private Pointers() {}

    public static String step(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    public static String step(int index) {
        return "/" + index;
    }
}
