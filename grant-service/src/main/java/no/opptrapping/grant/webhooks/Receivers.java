package no.opptrapping.grant.webhooks;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** Where notices are sent. */
public interface Receivers {
    /** What a receiver answered, or why it did not. */
    sealed interface Answer {
        /** It has taken the message (2xx). */
        record Taken() implements Answer {}

        /** It answered with something else; a redirect is not followed. */
        record Refused(int status) implements Answer {}

        /** Nothing came back in time, or nobody may be sent to where it is. */
        record Unreachable(String why) implements Answer {}
    }

    /** A host that is sent to although it is a machine of our own: where one tests. */
    Optional<String> exempt();

    /** Sends a message, and waits some seconds for the answer. */
    Answer send(URI to, Map<String, String> headers, byte[] body);
}
