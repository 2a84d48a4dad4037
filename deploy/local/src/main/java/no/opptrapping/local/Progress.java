package no.opptrapping.local;

/** Tells the person at the terminal what is going on. */
@FunctionalInterface
public interface Progress {
    /** One line about a step that is done or begins. */
    void say(String line);
}
