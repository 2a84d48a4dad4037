package no.opptrapping.grant.letters;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** A way in which letters reach a municipality. */
public interface LetterChannel {
    /** How far a letter has come. */
    sealed interface Progress {
        /** The municipality can read it since then; {@code opened} when somebody there has. */
        record Delivered(Instant at, Optional<Instant> opened) implements Progress {}

        /** The channel has it, and can be asked about it by the reference. */
        record OnItsWay(String reference) implements Progress {}

        /** Not yet: it is tried again later. */
        record NotYet() implements Progress {}

        /** It will not reach the municipality this way. */
        record Undeliverable(String why) implements Progress {}
    }

    /** What it is called in settings, in the API and in the database. */
    String name();

    /** Whether it can be used here. */
    boolean isOn();

    /** Sends a letter; what keeps failing is tried again. */
    Progress send(Outgoing letter, Supplier<byte[]> document);

    /** Asks about a letter that has been sent. */
    Progress follow(Outgoing letter, String reference);
}
